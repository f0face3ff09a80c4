package org.opencmas.compliance.rule.payment.advance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.Bill;
import org.opencmas.compliance.rule.invoice.BillFacts;
import org.opencmas.compliance.rule.invoice.BilledLine;
import org.opencmas.compliance.rule.invoice.LineType;
import org.opencmas.compliance.rule.invoice.Period;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.terms.Identifier;

/** PAY-ADVANCE-WARRANTY: a warranty upgrade or extension is paid in advance once; the second time is refused. */
public record WarrantyInAdvanceOnce<F extends BillFacts>() implements Rule<F> {
    /** What is paid once: an order line for a time. */
    private record Warranty(String orderLineKey, @Nullable Period service) {}

    @Override
    public RuleText text() {
        return AdvanceText.PAY_ADVANCE_WARRANTY;
    }

    @Override
    public Optional<String> whyNotApplicable(F facts) {
        return facts.bill().lines() == null
                ? Optional.of("No lines were sent, so nothing is asked of warranties.")
                : Advance.whyNone(facts.bill(), facts.bill().lines(LineType.WARRANTY), "a warranty");
    }

    @Override
    public List<Outcome> check(F facts) {
        Bill bill = facts.bill();
        List<BilledLine> warranties = bill.lines(LineType.WARRANTY);
        List<Trouble> early = new ArrayList<>();
        Set<Warranty> here = new HashSet<>();
        Advance.early(bill, warranties).forEach(line -> {
            String id = line.orderLineId();
            boolean again = id != null && !here.add(new Warranty(Identifier.keyOf(id), line.service()));
            judge(line, again).ifPresent(trouble -> early.add(Advance.shown(trouble, bill, line)));
        });
        return Outcomes.orPass(
                Stream.concat(Advance.missing(bill, warranties), early.stream()),
                Outcome.pass("No warranty is paid in advance a second time."));
    }

    private static Optional<Trouble> judge(BilledLine line, boolean againHere) {
        Integer before = line.advancePaymentsBefore();
        if (againHere || before != null && before > 0) {
            return Optional.of(Outcome.fail("The warranty of line %s was paid in advance before.", line.lineId())
                    .remedy("Pay line %s when its time is over.", line.lineId()));
        }
        return before == null
                ? Optional.of(Outcome.undetermined(
                                "How often the warranty of line %s was paid in advance before is not said.",
                                line.lineId())
                        .remedy("Say how often: 0 when this is the first time."))
                : Optional.empty();
    }
}
