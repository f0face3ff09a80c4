package org.opencmas.compliance.rule.superseded.order;

import static org.opencmas.compliance.rule.Citation.guide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.superseded.firstrelease.OutcomesV1;

/**
 * ORD-ISSUE-BEFORE-EXPIRY: an order is issued no later than the last day of every CMAS it cites; that day is allowed.
 *
 * <p>Version 1. As it was first asked.
 */
public record IssuedBeforeExpiryV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "ORD-ISSUE-BEFORE-EXPIRY",
                    1,
                    RuleKind.BLOCK,
                    "An order is issued before the CMAS expires",
                    "The date on the order is the last day of the CMAS or earlier (also Section 9, page 18). Delivery may come later.",
                    guide(3, 9, "Delivery of Products and Services"))
            .read(
                    "Issued means the date on the order, not its receipt; the last day is allowed. A date far from the day on which the"
                            + " document arrived is a warning, since it may be back-dated.")
            .using(ParameterName.BACK_DATING_DAYS);

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<Outcome> outcomes = new ArrayList<>(OutcomesV1.ofEachCmas(
                facts,
                Outcome.pass("The order date is not after the last day of any CMAS cited."),
                (cited, agreement) -> judge(cited.citedOn(), agreement)
                        .map(outcome -> outcome.on(facts.order().linesOf(cited.cmas())))));
        backDated(facts).ifPresent(outcomes::add);
        return outcomes;
    }

    private static Optional<Outcome> judge(LocalDate issuedOn, Agreement agreement) {
        if (!issuedOn.isAfter(agreement.termEnd())) {
            return Optional.empty();
        }
        return Optional.of(
                Outcome.fail("Dated %s, but CMAS %s expired after %s.", issuedOn, agreement.cmas(), agreement.termEnd())
                        .with("issuedOn", issuedOn)
                        .with("termEnd", agreement.termEnd())
                        .remedy("Issue by %s, or order from a CMAS in term.", agreement.termEnd()));
    }

    private static Optional<Outcome> backDated(OrderFacts facts) {
        LocalDate dated = facts.order().relevantDate();
        long days = Math.abs(ChronoUnit.DAYS.between(dated, facts.receivedOn()));
        BigDecimal most = facts.figure(ParameterName.BACK_DATING_DAYS);
        if (BigDecimal.valueOf(days).compareTo(most) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Outcome.warn(
                        "Dated %s but received on %s: %d days apart, more than %s.",
                        dated, facts.receivedOn(), days, most.toPlainString())
                .with("days", days)
                .with("daysWithoutWarning", most.toPlainString())
                .remedy("Make sure that the date on the order is the day it is issued."));
    }
}
