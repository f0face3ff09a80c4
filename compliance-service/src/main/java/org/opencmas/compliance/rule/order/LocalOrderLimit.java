package org.opencmas.compliance.rule.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.terms.Usd;

/** ORD-LIMIT-LOCAL: a local order is at most the agency's own limit, if it set one; the limit itself is allowed. */
public record LocalOrderLimit() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return OrderText.ORD_LIMIT_LOCAL;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.agency() != null && facts.agency().orderLimit() == null
                ? Optional.of("The agency has set no order limit of its own." + stateLimit(facts))
                : Optional.empty();
    }

    /** As the agency's policy of the day says; while the agency is not known, it blocks. */
    @Override
    public RuleKind kind(OrderFacts facts) {
        return facts.agency() != null && facts.agency().overLimit() == Agency.OverLimit.WARN
                ? RuleKind.WARNING
                : RuleKind.BLOCK;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Agency agency =
                Objects.requireNonNull(facts.agency(), "the rule book asks bound rules only with a known agency");
        Usd limit = Objects.requireNonNull(agency.orderLimit(), "without a limit the rule does not apply");
        Usd total = facts.order().total();
        Outcome judged = judge(total, limit).with("total", total).with("limit", limit);
        LocalDate recorded = agency.policyFrom();
        Outcome outcome = recorded == null ? judged : judged.with("policyFrom", recorded);
        return List.of(facts.lowestStateOrderLimit()
                .map(forInformation -> outcome.with("stateOrderLimitForInformation", forInformation))
                .orElse(outcome));
    }

    private static String stateLimit(OrderFacts facts) {
        return facts.lowestStateOrderLimit()
                .map(" For information: the CMAS limits State orders to %s."::formatted)
                .orElse("");
    }

    private static Outcome judge(Usd total, Usd limit) {
        if (total.isAtMost(limit)) {
            return Outcome.pass("The total of %s is within the agency's own limit of %s.", total, limit);
        }
        Usd excess = total.minus(limit);
        return Outcome.fail("The total of %s is above the agency's own limit of %s.", total, limit)
                .with("excess", excess)
                .remedy("Lower the order by %s.", excess);
    }
}
