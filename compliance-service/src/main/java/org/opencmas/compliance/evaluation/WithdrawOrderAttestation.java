package org.opencmas.compliance.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rule.Attestation;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.judging.RuleVersion;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.word.DatedReason;
import org.opencmas.http.Caller;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvents;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;

/**
 * Records that an attestation on an order is taken back. The receipt stays as it was, with what would have been decided without it; in later
 * versions of the order that attestation answers nothing.
 *
 * <p>Refuses an unknown or another agency's receipt (404), a faulty body (400), an attestation that the receipt does not have, one that
 * was withdrawn already, and one on an order that was judged by a version of a rule which this release does not know (409): without all of
 * its rules nobody can say what would have been decided.
 */
@ApplicationScoped
class WithdrawOrderAttestation {
    private static final String TOPIC = "cmas.evaluations";
    private static final String TYPE = "attestation.withdrawn.v1";

    private final DataSource dataSource;
    private final Evaluations evaluations;
    private final AttestationWithdrawals withdrawals;
    private final NewEvents events;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    WithdrawOrderAttestation(
            DataSource dataSource,
            Evaluations evaluations,
            AttestationWithdrawals withdrawals,
            NewEvents events,
            Journal journal,
            Caller caller,
            Clock clock) {
        this.dataSource = dataSource;
        this.evaluations = evaluations;
        this.withdrawals = withdrawals;
        this.events = events;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    /** The body of a withdrawal. */
    @Schema(description = "An attestation on an order that is taken back, as it stands in the receipt.")
    record NewAttestationWithdrawal(
            @Schema(required = true, maxLength = 60, description = "The rule that was attested to.") @Nullable
            String rule,

            @Schema(required = true, maxLength = 200, description = "The person who attested.") @Nullable
            String attestedBy,

            @Schema(required = true, format = "date", description = "The day of the attestation.") @Nullable
            String attestedOn,

            @Schema(required = true, maxLength = 2000, description = "What the person said.") @Nullable
            String statement,

            @Schema(required = true, maxLength = 4000, description = "Why it is taken back.") @Nullable
            String reason,

            @Schema(
                    required = true,
                    format = "date",
                    description = "The day in California: not in the future, and not before the attestation.")
            @Nullable
            String withdrawnOn)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(this, today, fields);
        }
    }

    private record Read(String rule, String attestedBy, LocalDate attestedOn, String statement, DatedReason withdrawn) {
        boolean names(Attestation one) {
            return one.rule().equals(rule)
                    && one.attestedBy().equals(attestedBy)
                    && one.attestedOn().equals(attestedOn)
                    && one.statement().strip().equals(statement);
        }
    }

    @Transactional
    AttestationWithdrawal withdraw(UUID evaluationId, NewAttestationWithdrawal body) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Evaluation receipt = evaluations
                    .find(connection, evaluationId)
                    .map(SealedEvaluation::evaluation)
                    .filter(found ->
                            caller.agencyId().filter(found.agencyId()::equals).isPresent())
                    .orElseThrow(() -> new NotFound("evaluation", evaluationId));
            AttestationWithdrawal made = withdrawal(receipt, body);
            if (!withdrawals.store(connection, made)) {
                throw new Conflict("attestation-withdrawn", "The attestation was withdrawn already.");
            }
            journal.append(
                    new Actor(caller.subject(), receipt.agencyId().toString(), caller.requestId()),
                    events.of(TOPIC, made.withdrawalId().toString(), 1, TYPE, made.view()));
            return made;
        }
    }

    private AttestationWithdrawal withdrawal(Evaluation receipt, NewAttestationWithdrawal body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fields = new FieldReader();
        Read read = read(body, ProgramCalendar.dateOf(now), fields);
        read.withdrawn()
                .requireNotBefore(fields, "withdrawnOn", read.attestedOn(), "the attestation, which was made on");
        List<RuleVersion> rules = knownRules(receipt);
        OrderFacts facts = FactsJson.facts(receipt.facts());
        Attestation word = facts.attestations().stream()
                .filter(read::names)
                .findFirst()
                .orElseThrow(() ->
                        new Conflict("not-attested", "The receipt has no such attestation to " + read.rule() + "."));
        Judgement without = without(facts, read, rules);
        return new AttestationWithdrawal(
                TimeOrderedId.next(),
                receipt.evaluationId(),
                receipt.orderId(),
                receipt.agencyId(),
                receipt.agencyOrderNumber(),
                word,
                read.withdrawn().reason(),
                read.withdrawn().on(),
                caller.subject(),
                caller.name(),
                now,
                receipt.decision(),
                without.decision(),
                without.findings().stream()
                        .filter(Finding::blocking)
                        .map(Finding::ruleId)
                        .distinct()
                        .toList());
    }

    /** @throws Conflict (409, rule-not-known) when a later release judged, before anything else that it wrote is read */
    private static List<RuleVersion> knownRules(Evaluation receipt) {
        List<RuleVersion> rules = ReceiptJson.rules(receipt.findings());
        List<String> unknown = rules.stream()
                .filter(rule -> !RuleBooks.ORDERS.knows(rule))
                .map(RuleVersion::toString)
                .toList();
        if (!unknown.isEmpty()) {
            throw new Conflict(
                    "rule-not-known",
                    "The order was judged by rules that this instance of the service does not know: "
                            + String.join(", ", unknown)
                            + ". Nothing was recorded. Send the request again when every instance runs the release that judged it.",
                    Map.of("rules", unknown));
        }
        return rules;
    }

    /** By the rules and versions that judged the order then, as though nobody had attested it. */
    private static Judgement without(OrderFacts facts, Read read, List<RuleVersion> rules) {
        Order order = facts.order();
        List<Attestation> others =
                order.attestations().stream().filter(one -> !read.names(one)).toList();
        return RuleBooks.ORDERS
                .judgeBy(facts.withOrder(order.withAttestations(others)), rules)
                .judgement();
    }

    private static Read read(NewAttestationWithdrawal body, LocalDate today, FieldReader fields) {
        return new Read(
                fields.text("/rule", body.rule(), 60),
                fields.text("/attestedBy", body.attestedBy(), 200),
                fields.pastDate("/attestedOn", body.attestedOn(), today),
                fields.text("/statement", body.statement(), 2000),
                DatedReason.read(fields, body.reason(), "withdrawnOn", body.withdrawnOn(), today));
    }
}
