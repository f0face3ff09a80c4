package org.opencmas.compliance.rule.order;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.terms.Usd;

/** ORD-LIMIT-STATE: a State order is at most the order limit of its CMAS; the limit itself is allowed. */
public record StateOrderLimit() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return OrderText.ORD_LIMIT_STATE;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().onSeveralCmas()
                ? Optional.of("The order is on several CMAS: MULTI-TOTAL-LIMIT measures it.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Usd total = facts.order().total();
        return OrderOutcomes.ofEachCmas(
                facts,
                Outcome.pass("The total of %s is within the order limit of the CMAS.", total)
                        .with("total", total),
                (cited, agreement) -> agreement.stateOrderLimit() == null
                        ? Optional.of(limitNotRecorded(agreement))
                        : judge(
                                total,
                                agreement.stateOrderLimit(),
                                agreement.cmas().canonical()));
    }

    public static Trouble limitNotRecorded(Agreement agreement) {
        return Outcome.undetermined("No order limit for State agencies is recorded for CMAS %s.", agreement.cmas())
                .remedy("Attest to the limit that CMAS %s shows.", agreement.cmas());
    }

    public static Optional<Trouble> judge(Usd total, Usd limit, String whose) {
        if (total.isAtMost(limit)) {
            return Optional.empty();
        }
        Usd excess = total.minus(limit);
        return Optional.of(
                Outcome.fail("The total of %s is above the order limit of %s of CMAS %s.", total, limit, whose)
                        .with("total", total)
                        .with("limit", limit)
                        .with("excess", excess)
                        .remedy("Lower the order by %s.", excess));
    }
}
