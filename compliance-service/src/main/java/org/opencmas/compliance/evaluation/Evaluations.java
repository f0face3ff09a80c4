package org.opencmas.compliance.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.sql.Answer;
import org.opencmas.sql.Columns;
import org.opencmas.sql.RoundTrip;
import org.opencmas.sql.RowsStatement;

/** The receipts: stored once, never changed. */
@ApplicationScoped
class Evaluations {
    private static final RowsStatement<Receipt> INSERT = Columns.<Receipt>of(
                    "agency_id", "uuid", receipt -> receipt.evaluation().agencyId())
            .and("evaluation_id", "uuid", receipt -> receipt.evaluation().evaluationId())
            .and("order_id", "uuid", receipt -> receipt.evaluation().orderId())
            .and("sequence", "int", Receipt::sequence)
            .and("document_version", "int", receipt -> receipt.evaluation().documentVersion())
            .and("agency_order_number", "text", receipt -> receipt.evaluation().agencyOrderNumber())
            .and("amendment_number", "int", receipt -> receipt.evaluation().amendmentNumber())
            .and("decision", "text", receipt -> receipt.evaluation().decision())
            .and("rule_set_version", "text", receipt -> receipt.evaluation().ruleSetVersion())
            .and("as_of", "text", receipt -> receipt.evaluation().asOf())
            .and("facts", "text", receipt -> receipt.evaluation().facts())
            .and("findings", "text", receipt -> receipt.evaluation().findings())
            .and("receipt_hash", "text", receipt -> receipt.sealed.storedHash())
            .and("evaluated_at", "timestamptz", receipt -> receipt.evaluation().evaluatedAt())
            .insert("evaluation");

    private static final RowsStatement<Submission> SELECT_NEXT_SEQUENCE = Columns.<Submission>of(
                    "agency_id", "uuid", submission -> submission.order().agencyId())
            .and("order_id", "uuid", Submission::orderId)
            .statement("""
                    select 1 + coalesce((select max(sequence) from evaluation
                            where agency_id = given.agency_id and order_id = given.order_id), 0)
                      from %s
                     order by place
                    """);

    private static final String SELECT = """
            select agency_id, evaluation_id, order_id, document_version, agency_order_number, amendment_number, decision,
                rule_set_version, as_of, facts, findings, receipt_hash, evaluated_at
              from evaluation where evaluation_id = ?
            """;

    /** What is stored, and which evaluation of its order it is, from 1. */
    private record Receipt(SealedEvaluation sealed, int sequence) {
        Evaluation evaluation() {
            return sealed.evaluation();
        }
    }

    /**
     * Asks, together with other things, which evaluation of its order the next one will be, from 1.
     *
     * @return in the order of the submissions
     */
    Answer<List<Integer>> nextSequences(RoundTrip asked, List<Submission> submissions) {
        return Answer.ask(asked, SELECT_NEXT_SEQUENCE, submissions, row -> {
            List<Integer> sequences = new ArrayList<>();
            while (row.next()) {
                sequences.add(row.getInt(1));
            }
            return sequences;
        });
    }

    /**
     * Has receipts stored together with other things. When another instance has judged the same order meanwhile, all of it fails.
     *
     * @param sequences which evaluation of its order each is
     */
    void store(RoundTrip statements, List<SealedEvaluation> receipts, List<Integer> sequences) {
        List<Receipt> rows = IntStream.range(0, receipts.size())
                .mapToObj(place -> new Receipt(receipts.get(place), sequences.get(place)))
                .toList();
        INSERT.addTo(statements, rows);
    }

    Optional<SealedEvaluation> find(Connection connection, UUID evaluationId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, evaluationId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(stored(row)) : Optional.empty();
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
