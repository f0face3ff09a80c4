package org.opencmas.compliance.rule.payment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.outcome.Outcome;

/** PAY-45-DAYS: a State agency pays within 45 days; day 45 itself is on time, day 46 is late. */
public record PaidWhenDue() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return PaymentText.PAY_45_DAYS;
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        LocalDate paidOn = facts.payment().paidOn();
        Optional<LocalDate> started = facts.clock().startedOn();
        if (started.isEmpty()) {
            return List.of(
                    Outcome.undetermined("The day of acceptance or the day the invoice was received is not said.")
                            .remedy("Give both days: the later one begins the 45 days."));
        }
        int days = facts.figure(ParameterName.PROMPT_PAYMENT_DAYS).intValueExact();
        Optional<LocalDate> due = facts.clock().dueOn(days);
        return List.of(due.map(last -> judge(paidOn, last, days))
                .orElse(Outcome.pass("An open dispute holds the clock of %d days.", days))
                .with("clockStartedOn", started.get())
                .with("paidOn", paidOn));
    }

    private static Outcome judge(LocalDate paidOn, LocalDate due, int days) {
        if (!paidOn.isAfter(due)) {
            return Outcome.pass("Payment on %s is within %d days: they end on %s.", paidOn, days, due)
                    .with("dueOn", due);
        }
        long late = ChronoUnit.DAYS.between(due, paidOn);
        return Outcome.warn("Payment on %s is %d days late: the %d days ended on %s.", paidOn, late, days, due)
                .with("dueOn", due)
                .with("daysLate", late)
                .remedy("Pay at once, and look at the penalty.");
    }
}
