package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/** MULTI-TOTAL-LIMIT: a State order on several CMAS is at most the lowest of their order limits; that limit is allowed. */
public record LowestLimitOfSeveral() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "MULTI-TOTAL-LIMIT",
                    2,
                    RuleKind.BLOCK,
                    "The total of an order on several CMAS stays within the order limit",
                    "The total of all items does not exceed the order limit identified in the CMAS; a total equal to it is allowed.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "Where the limits differ, the lowest holds. The total is taken before tax and freight. It binds State agencies; a local"
                            + " agency has its own limit (ORD-LIMIT-LOCAL).")
            .binding(AgencyClass.STATE);

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return SeveralCmas.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Usd total = facts.order().total();
        Optional<Usd> lowest = facts.lowestStateOrderLimit();
        return Outcomes.ofEachCmas(
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
