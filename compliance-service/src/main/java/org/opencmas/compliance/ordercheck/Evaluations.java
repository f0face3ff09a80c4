package org.opencmas.compliance.ordercheck;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.opencmas.compliance.ordercheck.rule.Decision;
import org.opencmas.compliance.ordercheck.rule.Order;

/** The receipts: stored once, never changed. */
@Singleton
class Evaluations {
    private static final String INSERT = """
            insert into evaluation (agency_id, evaluation_id, order_id, sequence, document_version, agency_order_number,
                amendment_number, decision, rule_set_version, as_of, facts, findings, receipt_hash, evaluated_at)
            select agency_id::uuid, evaluation_id::uuid, order_id::uuid,
                1 + coalesce((select max(earlier.sequence) from evaluation earlier
                    where earlier.agency_id = receipt.agency_id::uuid and earlier.order_id = receipt.order_id::uuid), 0),
                document_version, agency_order_number, amendment_number, decision, rule_set_version, as_of, facts, findings,
                receipt_hash, evaluated_at::timestamptz
              from unnest((select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::int[]), (select ?::text[]),
                (select ?::int[]), (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]),
                (select ?::text[]), (select ?::text[]), (select ?::text[])) with ordinality
                as receipt (agency_id, evaluation_id, order_id, document_version, agency_order_number, amendment_number,
                    decision, rule_set_version, as_of, facts, findings, receipt_hash, evaluated_at, place)
             order by place
            returning evaluation_id, sequence
            """;
    private static final String SELECT = """
            select agency_id, evaluation_id, order_id, document_version, agency_order_number, amendment_number, decision,
                rule_set_version, as_of, facts, findings, receipt_hash, evaluated_at
              from evaluation where evaluation_id = ?
            """;
    private static final String SELECT_ISSUED_BEFORE = """
            select asked.place, issued.facts
              from unnest((select ?::text[]), (select ?::text[]), (select ?::int[])) with ordinality
                   as asked (agency_id, agency_order_number, amendment_number, place)
             cross join lateral (
                select facts, amendment_number, sequence from evaluation
                 where agency_id = asked.agency_id::uuid and agency_order_number = asked.agency_order_number
                   and amendment_number < asked.amendment_number and decision = 'ISSUE'
                 order by amendment_number desc, sequence desc) issued
             order by asked.place, issued.amendment_number desc, issued.sequence desc
            """;

    private final ReceiptJson json;

    Evaluations(ReceiptJson json) {
        this.json = json;
    }

    /**
     * Stores receipts, at most one of an order.
     *
     * @return which evaluation of its order each is, from 1
     */
    List<Integer> store(Connection connection, List<SealedEvaluation> receipts) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setArray(1, texts(connection, receipts, Evaluation::agencyId));
            insert.setArray(2, texts(connection, receipts, Evaluation::evaluationId));
            insert.setArray(3, texts(connection, receipts, Evaluation::orderId));
            insert.setArray(4, integers(connection, receipts, Evaluation::documentVersion));
            insert.setArray(5, texts(connection, receipts, Evaluation::agencyOrderNumber));
            insert.setArray(6, integers(connection, receipts, Evaluation::amendmentNumber));
            insert.setArray(7, texts(connection, receipts, Evaluation::decision));
            insert.setArray(8, texts(connection, receipts, Evaluation::ruleSetVersion));
            insert.setArray(9, texts(connection, receipts, Evaluation::asOf));
            insert.setArray(10, texts(connection, receipts, Evaluation::facts));
            insert.setArray(11, texts(connection, receipts, Evaluation::findings));
            insert.setArray(12, SqlArrays.texts(connection, receipts, SealedEvaluation::storedHash));
            insert.setArray(13, texts(connection, receipts, Evaluation::evaluatedAt));
            Map<UUID, Integer> sequences = sequences(insert);
            return receipts.stream()
                    .map(receipt -> receipt.evaluation().evaluationId())
                    .map(id -> Objects.requireNonNull(sequences.get(id)))
                    .toList();
        }
    }

    private static Map<UUID, Integer> sequences(PreparedStatement insert) throws SQLException {
        Map<UUID, Integer> sequences = new HashMap<>();
        try (ResultSet row = insert.executeQuery()) {
            while (row.next()) {
                sequences.put(row.getObject(1, UUID.class), row.getInt(2));
            }
        }
        return sequences;
    }

    private static Array texts(
            Connection connection, List<SealedEvaluation> receipts, Function<Evaluation, Object> value)
            throws SQLException {
        return SqlArrays.texts(
                connection, receipts, each -> value.apply(each.evaluation()).toString());
    }

    private static Array integers(
            Connection connection, List<SealedEvaluation> receipts, Function<Evaluation, Integer> value)
            throws SQLException {
        return SqlArrays.integers(connection, receipts, each -> value.apply(each.evaluation()));
    }

    Optional<SealedEvaluation> find(Connection connection, UUID evaluationId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, evaluationId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(stored(row)) : Optional.empty();
            }
        }
    }

    /**
     * For each of the orders, the issued versions of the same one with a lower amendment number, the latest first. Nothing is read of
     * originals, which have none.
     */
    List<List<Order>> issuedBefore(Connection connection, List<Order> orders) throws SQLException {
        List<List<Order>> issued = new ArrayList<>();
        orders.forEach(order -> issued.add(new ArrayList<>()));
        List<Integer> amended = IntStream.range(0, orders.size())
                .filter(place -> orders.get(place).amended())
                .boxed()
                .toList();
        if (!amended.isEmpty()) {
            readIssuedBefore(
                    connection,
                    amended.stream().map(orders::get).toList(),
                    amended.stream().map(issued::get).toList());
        }
        return issued;
    }

    private void readIssuedBefore(Connection connection, List<Order> amendments, List<List<Order>> issued)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_ISSUED_BEFORE)) {
            select.setArray(
                    1,
                    SqlArrays.texts(
                            connection, amendments, order -> order.agencyId().toString()));
            select.setArray(2, SqlArrays.texts(connection, amendments, Order::agencyOrderNumber));
            select.setArray(3, SqlArrays.integers(connection, amendments, Order::amendmentNumber));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    issued.get(row.getInt("place") - 1).add(json.judgedOrder(row.getString("facts")));
                }
            }
        }
    }

    private static SealedEvaluation stored(ResultSet row) throws SQLException {
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
        return new SealedEvaluation(evaluation, row.getString("receipt_hash"));
    }
}
