package org.opencmas.compliance.rule.progresspayment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.Contract;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.outcome.Outcome;

/** PP-MIN-3-MONTHS: an order lasts three calendar months at least, first and last day included; a day less warns. */
public record ThreeMonthsAtLeast() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return ProgressPaymentText.PP_MIN_3_MONTHS;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        return facts.whyNoProgressPayment();
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        Contract contract = facts.inProgress().contract();
        LocalDate startsOn = contract.startsOn();
        LocalDate lastDay = contract.lastDay();
        if (startsOn == null || lastDay == null) {
            return List.of(Outcome.undetermined("The first or the last day of the order is not said.")
                    .remedy("Give both days."));
        }
        int months = facts.figure(ParameterName.PP_LEAST_MONTHS).intValueExact();
        LocalDate least = startsOn.plusMonths(months).minusDays(1);
        Outcome outcome = lastDay.isBefore(least)
                ? Outcome.warn("The order from %s through %s is shorter than %d months.", startsOn, lastDay, months)
                        .remedy("Pay it at completion.")
                : Outcome.pass("The order from %s through %s lasts %d months at least.", startsOn, lastDay, months);
        return List.of(
                outcome.with("startsOn", startsOn).with("lastDay", lastDay).with("lastDayAtLeast", least));
    }
}
