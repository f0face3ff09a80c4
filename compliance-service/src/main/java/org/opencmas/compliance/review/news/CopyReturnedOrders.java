package org.opencmas.compliance.review.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.SingleEventHandler;
import org.opencmas.terms.ProgramCalendar;

/** Notes that a contractor returned an order to its agency (CMP-RETURN-NONCOMPLIANT). */
@ApplicationScoped
class CopyReturnedOrders implements SingleEventHandler {
    private static final String INSERT = """
            insert into returned_order (order_id, document_version, agency_id, contractor_id, reason_code, rejected_on)
            values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    /** What is needed of {@code order.rejected.v1}; an older event tells no day, and then that of the event counts. */
    private record Rejected(
            UUID orderId,
            int documentVersion,
            UUID agencyId,
            UUID contractorId,
            String reasonCode,
            @Nullable LocalDate rejectedOn) {}

    @Override
    public Set<String> topics() {
        return Set.of("cmas.orders");
    }

    @Override
    public Set<String> types() {
        return Set.of("order.rejected.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        Rejected rejected = FactsJson.payload(event.payload(), Rejected.class);
        LocalDate on =
                rejected.rejectedOn() == null ? ProgramCalendar.dateOf(event.occurredAt()) : rejected.rejectedOn();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, rejected.orderId());
            insert.setInt(2, rejected.documentVersion());
            insert.setObject(3, rejected.agencyId());
            insert.setObject(4, rejected.contractorId());
            insert.setString(5, rejected.reasonCode());
            insert.setObject(6, on);
            insert.executeUpdate();
        }
    }
}
