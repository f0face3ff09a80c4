package org.opencmas.compliance.ordercheck;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.opencmas.compliance.ordercheck.rule.Decision;
import org.opencmas.compliance.ordercheck.rule.Order;
import org.opencmas.journal.RoundTrip;

/** The receipts: stored once, never changed. */
@Singleton
class Evaluations {
    private static final String INSERT = """
            insert into evaluation (agency_id, evaluation_id, order_id, sequence, document_version, agency_order_number,
                amendment_number, decision, rule_set_version, as_of, facts, findings, receipt_hash, evaluated_at)
            select agency_id::uuid, evaluation_id::uuid, order_id::uuid, sequence, document_version, agency_order_number,
                amendment_number, decision, rule_set_version, as_of, facts, findings, receipt_hash, evaluated_at::timestamptz
              from unnest((select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::int[]), (select ?::int[]),
                (select ?::text[]), (select ?::int[]), (select ?::text[]), (select ?::text[]), (select ?::text[]),
                (select ?::text[]), (select ?::text[]), (select ?::text[]), (select ?::text[]))
                as receipt (agency_id, evaluation_id, order_id, sequence, document_version, agency_order_number,
                    amendment_number, decision, rule_set_version, as_of, facts, findings, receipt_hash, evaluated_at)
            """;
    private static final String SELECT_NEXT_SEQUENCE = """
            select 1 + coalesce((select max(sequence) from evaluation
                    where agency_id = asked.agency_id::uuid and order_id = asked.order_id::uuid), 0)
              from unnest((select ?::text[]), (select ?::text[])) with ordinality as asked (agency_id, order_id, place)
             order by place
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
     * Asks, together with other things, which evaluation of its order the next one will be, from 1.
     *
     * @return the answers in the order of the submissions, once they were sent
     */
    List<Integer> nextSequences(RoundTrip asked, List<Submission> submissions) {
        List<Integer> sequences = new ArrayList<>();
        asked.add(
                SELECT_NEXT_SEQUENCE,
                (select, first) -> {
                    Connection connection = select.getConnection();
                    select.setArray(
                            first,
                            SqlArrays.texts(
                                    connection,
                                    submissions,
                                    each -> each.order().agencyId().toString()));
                    select.setArray(
                            first + 1,
                            SqlArrays.texts(
                                    connection,
                                    submissions,
                                    each -> each.order().orderId().toString()));
                    return first + 2;
                },
                row -> {
                    while (row.next()) {
                        sequences.add(row.getInt(1));
                    }
                });
        return sequences;
    }

    /**
     * Has receipts stored together with other things. When another instance has judged the same order meanwhile, all of it fails.
     *
     * @param sequences which evaluation of its order each is
     */
    void store(RoundTrip statements, List<SealedEvaluation> receipts, List<Integer> sequences) {
        statements.add(INSERT, (insert, first) -> {
            Connection connection = insert.getConnection();
            int at = first;
            insert.setArray(at++, texts(connection, receipts, Evaluation::agencyId));
            insert.setArray(at++, texts(connection, receipts, Evaluation::evaluationId));
            insert.setArray(at++, texts(connection, receipts, Evaluation::orderId));
            insert.setArray(at++, SqlArrays.integers(connection, sequences, sequence -> sequence));
            insert.setArray(at++, integers(connection, receipts, Evaluation::documentVersion));
            insert.setArray(at++, texts(connection, receipts, Evaluation::agencyOrderNumber));
            insert.setArray(at++, integers(connection, receipts, Evaluation::amendmentNumber));
            insert.setArray(at++, texts(connection, receipts, Evaluation::decision));
            insert.setArray(at++, texts(connection, receipts, Evaluation::ruleSetVersion));
            insert.setArray(at++, texts(connection, receipts, Evaluation::asOf));
            insert.setArray(at++, texts(connection, receipts, Evaluation::facts));
            insert.setArray(at++, texts(connection, receipts, Evaluation::findings));
            insert.setArray(at++, SqlArrays.texts(connection, receipts, SealedEvaluation::storedHash));
            insert.setArray(at++, texts(connection, receipts, Evaluation::evaluatedAt));
            return at;
        });
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
