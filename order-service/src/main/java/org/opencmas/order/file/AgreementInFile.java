package org.opencmas.order.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.registry.KnownAgreement;

/**
 * An agreement of the order as the registry told of it, and its documents. Their bytes stay with the registry; each is named by its hash, or
 * by its link and the day on which it was there.
 *
 * @param orderDate the day on which the terms applied
 * @param terms the agreement's whole state
 */
record AgreementInFile(
        String cmasNumber,
        LocalDate orderDate,
        int supplementNumber,
        LocalDate effectiveOn,
        String contractorName,
        JsonNode terms,
        List<Document> documents) {
    AgreementInFile {
        documents = List.copyOf(documents);
    }

    /**
     * One document.
     *
     * @param heldAt where the registry gives its bytes; null when it is referenced
     * @param link where it was seen; null when it is held
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Document(
            String documentId,
            String part,
            int supplementNumber,
            String title,
            @Nullable String sha256,
            @Nullable String mediaType,
            @Nullable Long byteCount,
            @Nullable String heldAt,
            @Nullable String link,
            @Nullable String retrievedOn) {
        static Document of(String cmasNumber, JsonNode told) {
            String id = told.path("documentId").asText();
            String hash = text(told, "sha256");
            return new Document(
                    id,
                    told.path("part").asText(),
                    told.path("supplementNumber").asInt(),
                    told.path("title").asText(),
                    hash,
                    text(told, "mediaType"),
                    told.hasNonNull("byteCount") ? told.path("byteCount").asLong() : null,
                    hash == null ? null : "/v1/agreements/" + cmasNumber + "/documents/" + id + "/content",
                    text(told, "link"),
                    text(told, "retrievedOn"));
        }

        private static @Nullable String text(JsonNode told, String field) {
            return told.hasNonNull(field) ? told.path(field).asText() : null;
        }
    }

    static AgreementInFile of(KnownAgreement agreement, LocalDate orderDate, Iterable<JsonNode> documents) {
        KnownAgreement.Version version = agreement.on(orderDate);
        return new AgreementInFile(
                agreement.cmasNumber(),
                orderDate,
                version.supplementNumber(),
                version.effectiveOn(),
                version.contractorName(),
                version.document(),
                StreamSupport.stream(documents.spliterator(), false)
                        .map(told -> Document.of(agreement.cmasNumber(), told))
                        .toList());
    }
}
