package org.opencmas.compliance.rule.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.terms.CmasNumber;

/** ORD-AMEND-EXPIRED: an amendment is issued no later than the last day of every CMAS it touches; that day is allowed. */
public record AmendedBeforeExpiry() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return OrderText.ORD_AMEND_EXPIRED;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().amended() ? Optional.empty() : Optional.of("This is an original order, not an amendment.");
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return Outcomes.orPass(
                Stream.concat(facts.agreements().stream(), facts.droppedAgreements().stream())
                        .flatMap(cited -> judge(facts, cited).stream()),
                Outcome.pass("The amendment date is not after the last day of any CMAS it touches."));
    }

    private static Optional<Trouble> judge(OrderFacts facts, CitedAgreement cited) {
        Order order = facts.order();
        LocalDate amendedOn = order.relevantDate();
        Agreement agreement = cited.onAmendmentDate();
        if (agreement == null) {
            return Optional.of(cited.unknownOn(amendedOn).on(order.linesOf(cited.cmas())));
        }
        if (amendedOn.isAfter(agreement.termEnd())) {
            return expired(facts, agreement, amendedOn);
        }
        if (agreement.status() != Agreement.Status.ACTIVE) {
            return Optional.of(Outcome.warn(
                            "CMAS %s is %s on %s; the guide speaks of expiry only.%s",
                            agreement.cmas(), agreement.status(), amendedOn, agreement.assumption())
                    .on(order.linesOf(cited.cmas()))
                    .remedy("Ask the CMAS Unit before issuing."));
        }
        return Optional.empty();
    }

    private static Optional<Trouble> expired(OrderFacts facts, Agreement agreement, LocalDate amendedOn) {
        Order order = facts.order();
        Order before = facts.issuedBefore();
        if (before == null && !everyCmasEnded(facts, amendedOn)) {
            return Optional.of(Outcome.undetermined(
                            "CMAS %s expired after %s, and the order as last issued is not known here, so what changes cannot be told.",
                            agreement.cmas(), agreement.termEnd())
                    .on(order.linesOf(agreement.cmas()))
                    .remedy("Attest that nothing changes under CMAS %s.", agreement.cmas()));
        }
        if (before != null && !touches(before, order, agreement.cmas())) {
            return Optional.empty();
        }
        return Optional.of(Outcome.fail(
                        "Amended on %s, but CMAS %s expired after %s.",
                        amendedOn, agreement.cmas(), agreement.termEnd())
                .with("amendedOn", amendedOn)
                .with("termEnd", agreement.termEnd())
                .on(order.linesOf(agreement.cmas()))
                .remedy(
                        "An amendment was possible through %s. Leave what was ordered on CMAS %s as it was; a new order on it is not"
                                + " possible either.",
                        agreement.termEnd(), agreement.cmas()));
    }

    /** Then whatever the amendment changes is under a CMAS that has ended, as on an order of one CMAS. */
    private static boolean everyCmasEnded(OrderFacts facts, LocalDate amendedOn) {
        return facts.order().linesWithoutCmas().isEmpty()
                && facts.agreements().stream()
                        .map(CitedAgreement::onAmendmentDate)
                        .allMatch(agreement -> agreement != null && amendedOn.isAfter(agreement.termEnd()));
    }

    /** An amendment touches a CMAS when it changes one of its lines, or changes the order as a whole. */
    private static boolean touches(Order before, Order after, CmasNumber cmas) {
        return linesDiffer(before, after, line -> line.boughtOn(cmas)) || headerDiffers(before, after);
    }

    /** Tax and freight follow the lines: where lines change they are no change of their own. */
    private static boolean headerDiffers(Order before, Order after) {
        return !linesDiffer(before, after, line -> true)
                || !before.contractorId().equals(after.contractorId())
                || !Objects.equals(before.orderToLocation(), after.orderToLocation());
    }

    private static boolean linesDiffer(Order before, Order after, Predicate<OrderLine> which) {
        List<OrderLine> were = before.lines(which);
        List<OrderLine> are = after.lines(which);
        return were.size() != are.size()
                || !are.stream()
                        .allMatch(line -> before.line(line.lineId())
                                .filter(line::unchangedFrom)
                                .isPresent());
    }
}
