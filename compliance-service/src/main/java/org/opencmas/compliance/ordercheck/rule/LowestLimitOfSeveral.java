package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/** MULTI-TOTAL-LIMIT: a State order on several CMAS is at most the lowest of their order limits; that limit is allowed. */
record LowestLimitOfSeveral() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "MULTI-TOTAL-LIMIT",
                    1,
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
        Optional<Agreement> lowest = facts.agreements().stream()
                .map(CitedAgreement::agreement)
                .filter(Objects::nonNull)
                .filter(agreement -> agreement.stateOrderLimit() != null)
                .min(Comparator.comparing(Agreement::stateOrderLimit));
        return Outcomes.ofEachCmas(
                facts,
                Outcome.pass("The total of %s is within the lowest order limit.", total)
                        .with("total", total),
                (cited, agreement) -> judge(total, agreement, lowest));
    }

    private static Optional<Outcome> judge(Usd total, Agreement agreement, Optional<Agreement> lowest) {
        Usd limit = agreement.stateOrderLimit();
        if (limit == null) {
            return Optional.of(StateOrderLimit.limitNotRecorded(agreement));
        }
        return lowest.filter(agreement::equals)
                .flatMap(one -> StateOrderLimit.judge(total, limit, one.cmas().canonical()));
    }
}
