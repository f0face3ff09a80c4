package org.opencmas.compliance.rule.payment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.BilledLine;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.invoice.LineType;
import org.opencmas.compliance.rule.invoice.OrderTerms.OrderedTravel;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** ORD-TRAVEL-IN-PO: travel is paid up to what the order allows for that line, inclusive; travel that is not on it is not paid. */
public record TravelIsOnOrder() implements Rule<InvoiceFacts> {
    @Override
    public RuleText text() {
        return PaymentText.ORD_TRAVEL_IN_PO;
    }

    @Override
    public Optional<String> whyNotApplicable(InvoiceFacts facts) {
        return facts.bill().lines(LineType.TRAVEL).isEmpty()
                ? Optional.of(
                        facts.bill().lines() == null
                                ? "No lines were sent, so nothing is asked of travel."
                                : "No travel is billed.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(InvoiceFacts facts) {
        List<OrderedTravel> ordered = facts.bill().order().travel();
        List<BilledLine> billed = facts.bill().lines(LineType.TRAVEL);
        if (ordered == null) {
            return List.of(Outcome.undetermined("Which travel the order has is not said.")
                    .on(billed)
                    .remedy("Send the travel lines of the order; an empty list when it has none."));
        }
        Map<String, OrderedTravel> known = ordered.stream()
                .collect(Collectors.toMap(
                        line -> Identifier.keyOf(line.lineId()), Function.identity(), (one, same) -> one));
        Map<String, Usd> soFar = new HashMap<>();
        Stream<Trouble> troubles = billed.stream().flatMap(line -> judge(line, billedOf(line, known), soFar).stream());
        return Outcomes.orPass(troubles, Outcome.pass("All travel is on the order, and within what it allows."));
    }

    private static @Nullable OrderedTravel billedOf(BilledLine line, Map<String, OrderedTravel> known) {
        String id = line.orderLineId();
        return id == null ? null : known.get(Identifier.keyOf(id));
    }

    private static Optional<Trouble> judge(BilledLine line, @Nullable OrderedTravel ordered, Map<String, Usd> soFar) {
        if (ordered == null) {
            return Optional.of(Outcome.fail("Travel of line %s is not on the order.", line.lineId())
                    .on(line)
                    .remedy("Do not pay line %s: travel has to be on the order.", line.lineId()));
        }
        Usd all = soFar.merge(
                ordered.lineId(),
                ordered.billedBefore().plus(line.amount()),
                (before, now) -> before.plus(line.amount()));
        if (all.isAtMost(ordered.amount())) {
            return Optional.empty();
        }
        // What is above the limit without this line is not of its making.
        Usd above = all.minus(ordered.amount());
        Usd excess = above.isAtMost(line.amount()) ? above : line.amount();
        return Optional.of(Outcome.fail(
                        "Travel of line %s comes to %s with what was billed before; the order allows %s.",
                        line.lineId(), all, ordered.amount())
                .on(line)
                .with("billed", all)
                .with("ordered", ordered.amount())
                .with("excess", excess)
                .remedy("Lower line %s by %s, or amend the order first.", line.lineId(), excess));
    }
}
