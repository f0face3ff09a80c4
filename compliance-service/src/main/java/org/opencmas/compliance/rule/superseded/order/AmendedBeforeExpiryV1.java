package org.opencmas.compliance.rule.superseded.order;

import static org.opencmas.compliance.rule.Citation.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.compliance.rule.superseded.firstrelease.OutcomesV1;
import org.opencmas.terms.CmasNumber;

/**
 * ORD-AMEND-EXPIRED: an amendment is issued no later than the last day of every CMAS it touches; that day is allowed.
 *
 * <p>Version 1. While the order as last issued was not known, a person could attest even where every CMAS had ended.
 */
public record AmendedBeforeExpiryV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "ORD-AMEND-EXPIRED",
                    1,
                    RuleKind.BLOCK,
                    "No amendment is issued after the CMAS expires",
                    "The amendment date is the last day of the CMAS or earlier, whatever is still to be delivered. A supplement that"
                            + " extends the CMAS counts.",
                    guide(3, 9, "Purchase Order Amendments"))
            .read(
                    "The CMAS that the order cites is meant, not the base contract behind it. On an order of several CMAS, lines may change"
                            + " only under those in term; a change of anything but lines needs all of them in term. A suspended or terminated"
                            + " CMAS is not named by the text and is a warning.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().amended() ? Optional.empty() : Optional.of("This is an original order, not an amendment.");
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OutcomesV1.orPass(
                Stream.concat(facts.agreements().stream(), facts.droppedAgreements().stream())
                        .flatMap(cited -> judge(facts, cited).stream()),
                Outcome.pass("The amendment date is not after the last day of any CMAS it touches."));
    }

    private static Optional<Outcome> judge(OrderFacts facts, CitedAgreement cited) {
        Order order = facts.order();
        LocalDate amendedOn = order.relevantDate();
        Agreement agreement = cited.onAmendmentDate();
        if (agreement == null) {
            return Optional.of(cited.unknown().on(order.linesOf(cited.cmas())));
        }
        if (amendedOn.isAfter(agreement.termEnd())) {
            return expired(facts, agreement, amendedOn);
        }
        if (agreement.status() != Agreement.Status.ACTIVE) {
            return Optional.of(Outcome.warn(
                            "CMAS %s is %s on %s; the guide speaks of expiry only.",
                            agreement.cmas(), agreement.status(), amendedOn)
                    .on(order.linesOf(cited.cmas()))
                    .remedy("Ask the CMAS Unit before issuing."));
        }
        return Optional.empty();
    }

    private static Optional<Outcome> expired(OrderFacts facts, Agreement agreement, LocalDate amendedOn) {
        Order order = facts.order();
        Order before = facts.issuedBefore();
        if (before == null) {
            return Optional.of(Outcome.undetermined(
                            "CMAS %s expired after %s, and the order as last issued is not known here, so what changes cannot be told.",
                            agreement.cmas(), agreement.termEnd())
                    .on(order.linesOf(agreement.cmas()))
                    .remedy("Attest that nothing changes under CMAS %s.", agreement.cmas()));
        }
        if (!touches(before, order, agreement.cmas())) {
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
                        .allMatch(line ->
                                before.line(line.lineId()).filter(line::sameAs).isPresent());
    }
}
