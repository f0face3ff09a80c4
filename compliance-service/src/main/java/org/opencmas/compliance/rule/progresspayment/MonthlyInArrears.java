package org.opencmas.compliance.rule.progresspayment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.invoice.Progress.Report;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;

/** PP-MONTHLY-ARREARS: one payment in a calendar month, or one for a named stage; each with a written progress report. */
public record MonthlyInArrears() implements Rule<PaymentFacts> {
    @Override
    public RuleText text() {
        return ProgressPaymentText.PP_MONTHLY_ARREARS;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        return facts.whyNoProgressPayment();
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        Report report = facts.inProgress().report();
        List<Trouble> troubles = new ArrayList<>();
        tooOften(facts.payment().paidOn(), report).ifPresent(troubles::add);
        withoutReport(report).ifPresent(troubles::add);
        return Outcomes.orPass(
                troubles.stream(),
                Outcome.pass("The payment is by month or by stage, and has its written progress report.")
                        .with("paidOn", facts.payment().paidOn()));
    }

    private static Optional<Trouble> tooOften(LocalDate paidOn, Report report) {
        YearMonth month = YearMonth.from(paidOn);
        return report.stage() != null
                ? Optional.empty()
                : report.earlierPaymentsOn().stream()
                        .filter(earlier -> YearMonth.from(earlier).equals(month))
                        .findFirst()
                        .map(earlier -> Outcome.warn("A payment of %s was made in %s already.", earlier, month)
                                .with("earlierPaymentOn", earlier)
                                .with("paidOn", paidOn)
                                .remedy("Pay in the next month, or name the stage that is reached."));
    }

    private static Optional<Trouble> withoutReport(Report report) {
        Boolean written = report.writtenReport();
        if (written == null) {
            return Optional.of(
                    Outcome.undetermined("Whether a written progress report came with the invoice is not said.")
                            .remedy("Say so."));
        }
        return written
                ? Optional.empty()
                : Optional.of(Outcome.warn("No written progress report came with the invoice.")
                        .remedy("Ask the contractor for the report before paying."));
    }
}
