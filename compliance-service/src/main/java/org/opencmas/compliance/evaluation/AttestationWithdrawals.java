package org.opencmas.compliance.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.judging.Decision;

/** The attestations that were taken back: stored once, never changed. */
@ApplicationScoped
class AttestationWithdrawals {
    private static final String INSERT = """
            insert into attestation_withdrawal (agency_id, withdrawal_id, evaluation_id, agency_order_number, rule, attested_by,
                attested_on, statement, reason, withdrawn_on, withdrawn_by, withdrawn_by_name, recorded_at, decision_without, stopped_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    static final String SELECT = """
            select withdrawal_id, rule, attested_by, attested_on, statement, reason, withdrawn_on, withdrawn_by, withdrawn_by_name,
                   recorded_at, decision_without, stopped_by
              from attestation_withdrawal where agency_id = ? and evaluation_id = ? order by withdrawal_id
            """;

    /** False when the attestation was withdrawn already. */
    boolean store(Connection connection, AttestationWithdrawal made) throws SQLException {
        Attestation word = made.attestation();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, made.agencyId());
            insert.setObject(2, made.withdrawalId());
            insert.setObject(3, made.evaluationId());
            insert.setString(4, made.agencyOrderNumber());
            insert.setString(5, word.rule());
            insert.setString(6, word.attestedBy());
            insert.setObject(7, word.attestedOn());
            insert.setString(8, word.statement());
            insert.setString(9, made.reason());
            insert.setObject(10, made.withdrawnOn());
            insert.setString(11, made.withdrawnBy());
            insert.setString(12, made.withdrawnByName());
            insert.setObject(13, made.recordedAt().atOffset(ZoneOffset.UTC));
            insert.setString(14, made.decisionWithout().name());
            insert.setArray(
                    15, connection.createArrayOf("text", made.stoppedBy().toArray()));
            return insert.executeUpdate() == 1;
        }
    }

    /** Those of one receipt, in their order. */
    List<AttestationWithdrawal> of(Connection connection, Evaluation receipt) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, receipt.agencyId());
            select.setObject(2, receipt.evaluationId());
            List<AttestationWithdrawal> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(withdrawal(row, receipt));
                }
            }
            return found;
        }
    }

    private static AttestationWithdrawal withdrawal(ResultSet row, Evaluation receipt) throws SQLException {
        return new AttestationWithdrawal(
                row.getObject("withdrawal_id", UUID.class),
                receipt.evaluationId(),
                receipt.orderId(),
                receipt.agencyId(),
                receipt.agencyOrderNumber(),
                new Attestation(
                        row.getString("rule"),
                        row.getString("statement"),
                        row.getString("attested_by"),
                        row.getObject("attested_on", LocalDate.class),
                        null),
                row.getString("reason"),
                row.getObject("withdrawn_on", LocalDate.class),
                row.getString("withdrawn_by"),
                row.getString("withdrawn_by_name"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                receipt.decision(),
                Decision.valueOf(row.getString("decision_without")),
                List.of((String[]) row.getArray("stopped_by").getArray()));
    }
}
