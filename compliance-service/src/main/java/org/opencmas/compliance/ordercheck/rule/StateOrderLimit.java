package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/** ORD-LIMIT-STATE: a State order is at most the order limit of its CMAS; the limit itself is allowed. */
public record StateOrderLimit() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "ORD-LIMIT-STATE",
                    2,
                    RuleKind.BLOCK,
                    "A State order stays within the order limit of the CMAS",
                    "State agencies are bound by the maximum order set in the CMAS; a total equal to it is allowed.",
                    guide(3, 9, "Purchase Order Limits"))
            .read(
                    "The guide gives no figures: the limit is the one recorded with the CMAS on the order date. It is compared with the"
                            + " total before tax and freight, as the State Contracting Manual does. An order on several CMAS is measured by"
                            + " MULTI-TOTAL-LIMIT.")
            .binding(AgencyClass.STATE);

    @Override
    public RuleText text() {
        return TEXT;
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
        return Outcomes.ofEachCmas(
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

    static Trouble limitNotRecorded(Agreement agreement) {
        return Outcome.undetermined("No order limit for State agencies is recorded for CMAS %s.", agreement.cmas())
                .remedy("Attest to the limit that CMAS %s shows.", agreement.cmas());
    }

    static Optional<Trouble> judge(Usd total, Usd limit, String whose) {
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
