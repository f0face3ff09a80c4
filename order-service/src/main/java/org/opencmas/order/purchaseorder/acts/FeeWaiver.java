package org.opencmas.order.purchaseorder.acts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.opencmas.order.purchaseorder.document.OrderDocument.Naming;
import org.opencmas.order.registry.RegistryCopy;
import org.opencmas.terms.CertificationType;

/** Whether the incentive fee on an order is waived, as far as the registry told of its contractor (FEE-SB-WAIVER). */
@ApplicationScoped
public class FeeWaiver {
    private static final Set<String> WAIVING = Arrays.stream(CertificationType.values())
            .filter(CertificationType::waivesIncentiveFee)
            .map(CertificationType::name)
            .collect(Collectors.toUnmodifiableSet());

    private final RegistryCopy registry;

    FeeWaiver(RegistryCopy registry) {
        this.registry = registry;
    }

    /** Whether a certificate that waives it is known: valid on the order's date, first and last day included. */
    public boolean isKnown(Connection connection, Naming order) throws SQLException {
        for (JsonNode told : registry.contractor(connection, order.contractorId())
                .map(contractor -> contractor.path("certificates"))
                .orElse(MissingNode.getInstance())) {
            LocalDate from = LocalDate.parse(told.path("validFrom").asText());
            LocalDate through = LocalDate.parse(told.path("validThrough").asText());
            if (WAIVING.contains(told.path("type").asText())
                    && !order.orderDate().isBefore(from)
                    && !order.orderDate().isAfter(through)) {
                return true;
            }
        }
        return false;
    }
}
