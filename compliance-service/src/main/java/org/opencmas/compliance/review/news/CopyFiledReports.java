package org.opencmas.compliance.review.news;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.SingleEventHandler;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/** Notes that the report of an agreement and quarter came (RPT-SUBMITTED); a correction of it changes nothing of that. */
@ApplicationScoped
class CopyFiledReports implements SingleEventHandler {
    private static final String INSERT = """
            insert into filed_report (cmas_number, quarter, contractor_id, filed_at, receipt_number) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    /** What is needed of {@code report.filed.v1}. */
    private record Filed(
            CmasNumber cmasNumber, CalendarQuarter quarter, UUID contractorId, Instant filedAt, String receiptNumber) {}

    @Override
    public Set<String> topics() {
        return Set.of("cmas.reports");
    }

    @Override
    public Set<String> types() {
        return Set.of("report.filed.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        Filed filed = FactsJson.payload(event.payload(), Filed.class);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, filed.cmasNumber().canonical());
            insert.setString(2, filed.quarter().toString());
            insert.setObject(3, filed.contractorId());
            insert.setObject(4, filed.filedAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, filed.receiptNumber());
            insert.executeUpdate();
        }
    }
}
