package org.opencmas.compliance.rule.publicworks;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;
import org.opencmas.terms.Usd;

/** PW-WAGE-RATES: the order specifies the prevailing wage rates or says that they are on file; one of the two is enough, neither fails. */
public record WageRatesTold() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return PublicWorksText.PW_WAGE_RATES;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return PublicWorksLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Usd exempt = Usd.of(facts.figure(ParameterName.PW_WAGE_EXEMPT_UP_TO));
        Usd works = Order.sum(PublicWorksLines.of(facts));
        if (exempt.isPositive() && works.isAtMost(exempt)) {
            return List.of(Outcome.notApplicable(
                    "Public works of %s are within %s, up to which no wage prevails.".formatted(works, exempt)));
        }
        return List.of(
                facts.order()
                        .told()
                        .publicWorks()
                        .map(PublicWorks::wages)
                        .filter(wages -> wages.rates() != null || wages.onFile())
                        .<Outcome>map(wages -> Outcome.pass(
                                wages.rates() == null
                                        ? "The prevailing wage rates are on file at the agency."
                                        : "The order specifies the prevailing wage rates."))
                        .orElseGet(
                                () -> Outcome.fail(
                                                "The order neither specifies the prevailing wage rates nor says that they are on file.")
                                        .on(PublicWorksLines.of(facts))
                                        .remedy(
                                                "Specify the rates of the Director of Industrial Relations, or state that they are on file.")));
    }
}
