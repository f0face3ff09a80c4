package org.opencmas.compliance.rule.severalcmas;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.order.StateOrderLimit;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.terms.Usd;

/** MULTI-TOTAL-LIMIT: a State order on several CMAS is at most the lowest of their order limits; that limit is allowed. */
public record LowestLimitOfSeveral() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return SeveralCmasText.MULTI_TOTAL_LIMIT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return SeveralCmas.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Usd total = facts.order().total();
        Optional<Usd> lowest = facts.lowestStateOrderLimit();
        return OrderOutcomes.ofEachCmas(
                facts,
                Outcome.pass("The total of %s is within the lowest order limit.", total)
                        .with("total", total),
                (cited, agreement) -> agreement.stateOrderLimit() == null
                        ? Optional.of(StateOrderLimit.limitNotRecorded(agreement))
                        : lowest.filter(agreement.stateOrderLimit()::equals)
                                .flatMap(limit -> StateOrderLimit.judge(
                                        total, limit, agreement.cmas().canonical())));
    }
}
