package org.opencmas.compliance.rule.superseded.order;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * ORD-LIMIT-LOCAL: a local order is at most the agency's own limit, if it set one; the limit itself is allowed.
 *
 * <p>Version 1. The agency's latest policy counted, whatever the order's day.
 */
public record LocalOrderLimitV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "ORD-LIMIT-LOCAL",
                    1,
                    RuleKind.BLOCK,
                    "A local agency's order stays within the agency's own limit",
                    "Local agencies are not bound by the State's order limit; they set their own, and say whether more than it is a"
                            + " warning or stops the order. A total equal to the limit is allowed.",
                    guide(3, 9, "Purchase Order Limits"))
            .read(
                    "The sentence on page 10 that the total must not exceed the limit of the CMAS binds State agencies; for a local agency"
                            + " only its own limit holds, and the limit of the CMAS is shown for information. The total is taken"
                            + " before tax and freight.")
            .binding(AgencyClass.LOCAL);

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.agency() != null && facts.agency().orderLimit() == null
                ? Optional.of("The agency has set no order limit of its own." + stateLimit(facts))
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Agency agency =
                Objects.requireNonNull(facts.agency(), "the rule book asks bound rules only with a known agency");
        Usd limit = Objects.requireNonNull(agency.orderLimit(), "without a limit the rule does not apply");
        Usd total = facts.order().total();
        Outcome outcome =
                judge(total, limit, agency.overLimit()).with("total", total).with("limit", limit);
        return List.of(facts.lowestStateOrderLimit()
                .map(forInformation -> outcome.with("stateOrderLimitForInformation", forInformation))
                .orElse(outcome));
    }

    private static String stateLimit(OrderFacts facts) {
        return facts.lowestStateOrderLimit()
                .map(" For information: the CMAS limits State orders to %s."::formatted)
                .orElse("");
    }

    private static Outcome judge(Usd total, Usd limit, Agency.OverLimit overLimit) {
        if (total.isAtMost(limit)) {
            return Outcome.pass("The total of %s is within the agency's own limit of %s.", total, limit);
        }
        Usd excess = total.minus(limit);
        String message = "The total of %s is above the agency's own limit of %s.";
        Trouble over = switch (overLimit) {
            case BLOCK -> Outcome.fail(message, total, limit);
            case WARN -> Outcome.warn(message, total, limit);
        };
        return over.with("excess", excess).remedy("Lower the order by %s.", excess);
    }
}
