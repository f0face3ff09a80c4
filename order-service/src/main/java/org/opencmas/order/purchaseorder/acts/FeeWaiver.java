package org.opencmas.order.purchaseorder.acts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.opencmas.order.purchaseorder.document.OrderDocument.Naming;
import org.opencmas.terms.CertificationType;

/** Whether the incentive fee on an order is waived, as far as the registry told of its contractor (FEE-SB-WAIVER). */
@ApplicationScoped
public class FeeWaiver {
    /** Valid on the order's date, first and last day included; of the contractor as it was told last. */
    private static final String KNOWN = """
            select exists (
                select from (select document from registry_contractor where contractor_id = ? order by version desc limit 1) told
                cross join jsonb_array_elements(told.document::jsonb -> 'certificates') certificate
                where certificate ->> 'type' = any (?)
                    and ? between (certificate ->> 'validFrom')::date and (certificate ->> 'validThrough')::date)
            """;

    private static final Object[] WAIVING = Arrays.stream(CertificationType.values())
            .filter(CertificationType::waivesIncentiveFee)
            .map(CertificationType::name)
            .toArray();

    /** Whether a certificate that waives it is known. */
    public boolean isKnown(Connection connection, Naming order) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setObject(1, order.contractorId());
            select.setArray(2, connection.createArrayOf("text", WAIVING));
            select.setObject(3, order.orderDate());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
