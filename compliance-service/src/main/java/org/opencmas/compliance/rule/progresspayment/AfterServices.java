package org.opencmas.compliance.rule.progresspayment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.outcome.Outcome;

/** PP-NOT-IN-ADVANCE: a progress payment is made on the last day of its work or later; the day before is refused. */
public record AfterServices() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return ProgressPaymentText.PP_NOT_IN_ADVANCE;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        return facts.whyNoProgressPayment();
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        LocalDate through = facts.inProgress().report().servicesThrough();
        LocalDate paidOn = facts.payment().paidOn();
        if (through == null) {
            return List.of(Outcome.undetermined("The last day of the work that is paid is not said.")
                    .remedy("Give that day."));
        }
        Outcome outcome = paidOn.isBefore(through)
                ? Outcome.fail("Payment on %s is before the last day of its work, %s.", paidOn, through)
                        .remedy("Pay on %s or later.", through)
                : Outcome.pass("Payment on %s is not before the last day of its work, %s.", paidOn, through);
        return List.of(outcome.with("paidOn", paidOn).with("servicesThrough", through));
    }
}
