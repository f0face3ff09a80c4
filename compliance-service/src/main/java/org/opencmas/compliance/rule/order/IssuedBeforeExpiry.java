package org.opencmas.compliance.rule.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;

/** ORD-ISSUE-BEFORE-EXPIRY: an order is issued no later than the last day of every CMAS it cites; that day is allowed. */
public record IssuedBeforeExpiry() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return OrderText.ORD_ISSUE_BEFORE_EXPIRY;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<Outcome> outcomes = new ArrayList<>(OrderOutcomes.ofEachCmas(
                facts,
                Outcome.pass("The order date is not after the last day of any CMAS cited."),
                (cited, agreement) -> judge(cited.citedOn(), agreement)
                        .map(outcome -> outcome.on(facts.order().linesOf(cited.cmas())))));
        backDated(facts).ifPresent(outcomes::add);
        return outcomes;
    }

    private static Optional<Trouble> judge(LocalDate issuedOn, Agreement agreement) {
        if (!issuedOn.isAfter(agreement.termEnd())) {
            return Optional.empty();
        }
        return Optional.of(
                Outcome.fail("Dated %s, but CMAS %s expired after %s.", issuedOn, agreement.cmas(), agreement.termEnd())
                        .with("issuedOn", issuedOn)
                        .with("termEnd", agreement.termEnd())
                        .remedy("Issue by %s, or order from a CMAS in term.", agreement.termEnd()));
    }

    private static Optional<Trouble> backDated(OrderFacts facts) {
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
