package org.opencmas.compliance.rule.payment.calcard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.BillFacts;
import org.opencmas.compliance.rule.outcome.Outcome;

/** PAY-CALCARD-PO: a payment by CAL-Card has an order document, dated no later than the payment; the same day is allowed. */
public record CalCardNeedsOrder<F extends BillFacts>() implements Rule<F> {
    @Override
    public RuleText text() {
        return CalCardText.PAY_CALCARD_PO;
    }

    @Override
    public Optional<String> whyNotApplicable(F facts) {
        return CalCard.whyNot(facts.bill());
    }

    @Override
    public List<Outcome> check(F facts) {
        String number = facts.bill().order().number();
        LocalDate orderDate = facts.bill().order().orderDate();
        LocalDate payableOn = facts.bill().payableOn();
        if (number == null) {
            return List.of(Outcome.fail("Payment is by CAL-Card, and no order document is named.")
                    .remedy("Issue an order document, and name its number and date."));
        }
        if (orderDate == null) {
            return List.of(Outcome.undetermined("The order %s is named without its date.", number)
                    .remedy("Give the date on the order."));
        }
        if (orderDate.isAfter(payableOn)) {
            return List.of(Outcome.warn("The order %s is of %s, after the payment of %s.", number, orderDate, payableOn)
                    .with("orderDate", orderDate)
                    .with("payableOn", payableOn)
                    .remedy("Issue the order document before the card is used."));
        }
        return List.of(Outcome.pass("The payment by CAL-Card has the order %s of %s.", number, orderDate)
                .with("orderDate", orderDate)
                .with("payableOn", payableOn));
    }
}
