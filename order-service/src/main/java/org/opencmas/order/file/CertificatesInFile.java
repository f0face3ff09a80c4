package org.opencmas.order.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The contractor's certificates as the registry told of them.
 *
 * @param contractor its whole state: names, locations, certificates, qualifications
 * @param validOnOrderDate those of its certificates that were valid on the order's date, first and last day included
 */
record CertificatesInFile(
        UUID contractorId, LocalDate orderDate, JsonNode contractor, List<JsonNode> validOnOrderDate) {
    CertificatesInFile {
        validOnOrderDate = List.copyOf(validOnOrderDate);
    }

    static CertificatesInFile of(UUID contractorId, LocalDate orderDate, JsonNode told) {
        List<JsonNode> valid = new ArrayList<>();
        told.path("certificates").forEach(one -> {
            LocalDate from = LocalDate.parse(one.path("validFrom").asText());
            LocalDate through = LocalDate.parse(one.path("validThrough").asText());
            if (!orderDate.isBefore(from) && !orderDate.isAfter(through)) {
                valid.add(one);
            }
        });
        return new CertificatesInFile(contractorId, orderDate, told, valid);
    }
}
