package org.opencmas.compliance.ordercheck;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.compliance.ordercheck.rule.Decision;
import org.opencmas.compliance.ordercheck.rule.Order;

/** The receipts: stored once, never changed. */
@Singleton
class Evaluations {
    private static final String INSERT = """
            insert into evaluation (agency_id, evaluation_id, order_id, sequence, document_version, agency_order_number,
                amendment_number, decision, rule_set_version, as_of, facts, findings, receipt_hash, evaluated_at)
            select ?, ?, ?, 1 + count(*), ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from evaluation where agency_id = ? and order_id = ?
            returning sequence
            """;
    private static final String SELECT = """
            select agency_id, evaluation_id, order_id, document_version, agency_order_number, amendment_number, decision,
                rule_set_version, as_of, facts, findings, receipt_hash, evaluated_at
              from evaluation where evaluation_id = ?
            """;
    private static final String SELECT_ISSUED_BEFORE = """
            select facts from evaluation
             where agency_id = ? and agency_order_number = ? and amendment_number < ? and decision = 'ISSUE'
             order by amendment_number desc, sequence desc
            """;

    private final ReceiptJson json;

    Evaluations(ReceiptJson json) {
        this.json = json;
    }

    /**
     * A receipt as it stands in the database.
     *
     * @param storedHash the hash written with it; another than the receipt's own shows a change
     */
    record Stored(Evaluation evaluation, String storedHash) {}

    /** Stores the receipt and tells which evaluation of the order it is, from 1. */
    int store(Connection connection, Evaluation evaluation) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, evaluation.agencyId());
            insert.setObject(2, evaluation.evaluationId());
            insert.setObject(3, evaluation.orderId());
            insert.setInt(4, evaluation.documentVersion());
            insert.setString(5, evaluation.agencyOrderNumber());
            insert.setInt(6, evaluation.amendmentNumber());
            insert.setString(7, evaluation.decision().name());
            insert.setString(8, evaluation.ruleSetVersion());
            insert.setString(9, evaluation.asOf());
            insert.setString(10, evaluation.facts());
            insert.setString(11, evaluation.findings());
            insert.setString(12, evaluation.receiptHash());
            insert.setObject(13, evaluation.evaluatedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(14, evaluation.agencyId());
            insert.setObject(15, evaluation.orderId());
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    Optional<Stored> find(Connection connection, UUID evaluationId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, evaluationId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(stored(row)) : Optional.empty();
            }
        }
    }

    /** The issued versions of the same order with a lower amendment number, the latest first. */
    List<Order> issuedBefore(Connection connection, Order order) throws SQLException {
        List<Order> issued = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_ISSUED_BEFORE)) {
            select.setObject(1, order.agencyId());
            select.setString(2, order.agencyOrderNumber());
            select.setInt(3, order.amendmentNumber());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    issued.add(json.facts(row.getString(1)).order());
                }
            }
        }
        return issued;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        Evaluation evaluation = new Evaluation(
                row.getObject("evaluation_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getInt("document_version"),
                row.getObject("agency_id", UUID.class),
                row.getString("agency_order_number"),
                row.getInt("amendment_number"),
                Decision.valueOf(row.getString("decision")),
                row.getObject("evaluated_at", OffsetDateTime.class).toInstant(),
                row.getString("rule_set_version"),
                row.getString("as_of"),
                row.getString("facts"),
                row.getString("findings"));
        return new Stored(evaluation, row.getString("receipt_hash"));
    }
}
