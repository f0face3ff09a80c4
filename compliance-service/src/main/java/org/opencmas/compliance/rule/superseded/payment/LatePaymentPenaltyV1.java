package org.opencmas.compliance.rule.superseded.payment;

import static org.opencmas.compliance.rule.Citation.guide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.StateFiscalYear;
import org.opencmas.terms.Usd;

/**
 * PAY-PENALTY: for information, what late payment by a State agency costs; at the waived sum or below nothing, a cent above it all of it.
 *
 * <p>Version 1. It did not tell an empty table of rates from a table without the rate of the year.
 */
public record LatePaymentPenaltyV1() implements Rule<PaymentFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "PAY-PENALTY",
                    1,
                    RuleKind.CALCULATION,
                    "Late payment by a State agency costs a penalty",
                    "For information: a State agency that pays late owes a penalty without being asked, at a yearly rate that is set for each"
                            + " fiscal year, another one for certified small businesses. A penalty up to 10.00 for those, up to 100.00 for"
                            + " others, is waived (Government Code 927.6).",
                    guide(6, 15, "Required Payment Date"))
            .read(
                    "The rate is ten points above the prime rate for small businesses, and one point above the pooled money rate, at most 15%,"
                            + " for others, each as of 30 June before the fiscal year. Those rates stand in neither source: until an analyst"
                            + " enters the rate of a year the penalty is undetermined. The rate is that of the year of the first late day; simple"
                            + " interest on the amount paid, by 365 days, rounded half up. It is no legal result.")
            .binding(AgencyClass.STATE)
            .using(
                    ParameterName.PROMPT_PAYMENT_DAYS,
                    ParameterName.PENALTY_WAIVED_SMALL_BUSINESS,
                    ParameterName.PENALTY_WAIVED_OTHERS,
                    ParameterName.PENALTY_RATE_SMALL_BUSINESS,
                    ParameterName.PENALTY_RATE_OTHERS);

    private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(PaymentFacts facts) {
        LocalDate paidOn = facts.payment().paidOn();
        Optional<Integer> days =
                facts.parameter(ParameterName.PROMPT_PAYMENT_DAYS).map(BigDecimal::intValueExact);
        if (days.filter(facts.clock()::isHeld).isPresent()) {
            return Optional.of("An open dispute holds the clock.");
        }
        return due(facts)
                .filter(last -> !paidOn.isAfter(last))
                .map(last -> "Payment on %s is on time, through %s.".formatted(paidOn, last));
    }

    @Override
    public List<Outcome> check(PaymentFacts facts) {
        Optional<LocalDate> due = due(facts);
        if (due.isEmpty()) {
            return List.of(Outcome.undetermined("The last day for payment is not known, so neither is how late it is.")
                    .remedy("Give the days of acceptance and of receipt, and the end of each dispute."));
        }
        Boolean small = facts.payment().toSmallBusiness();
        if (small == null) {
            return List.of(Outcome.undetermined("Whether the contractor is a certified small business is not said.")
                    .remedy("Say so: another rate and another waived sum hold for one."));
        }
        return List.of(
                small
                        ? judge(
                                facts,
                                due.get(),
                                ParameterName.PENALTY_RATE_SMALL_BUSINESS,
                                ParameterName.PENALTY_WAIVED_SMALL_BUSINESS)
                        : judge(
                                facts,
                                due.get(),
                                ParameterName.PENALTY_RATE_OTHERS,
                                ParameterName.PENALTY_WAIVED_OTHERS));
    }

    /** The last day on time; empty too while the figure of the clock is not known. */
    private static Optional<LocalDate> due(PaymentFacts facts) {
        return facts.parameter(ParameterName.PROMPT_PAYMENT_DAYS)
                .flatMap(days -> facts.clock().dueOn(days.intValueExact()));
    }

    private static Outcome judge(PaymentFacts facts, LocalDate due, ParameterName rateName, ParameterName waivedName) {
        LocalDate paidOn = facts.payment().paidOn();
        StateFiscalYear year = StateFiscalYear.of(due.plusDays(1));
        Usd waived = Usd.of(facts.figure(waivedName));
        long late = ChronoUnit.DAYS.between(due, paidOn);
        Optional<BigDecimal> rate = rateOf(facts, rateName, year);
        if (rate.isEmpty()) {
            return Outcome.undetermined("The penalty rate %s of fiscal year %s is not known here.", rateName, year)
                    .with("daysLate", late)
                    .with("waivedUpTo", waived)
                    .remedy("An analyst enters the rate that is published for %s; until then look it up.", year);
        }
        if (paidOn.isAfter(year.lastDay())) {
            return Outcome.undetermined("The late days lie in more than one fiscal year, each with a rate of its own.")
                    .with("daysLate", late)
                    .with("waivedUpTo", waived)
                    .remedy("Work the penalty out by year.");
        }
        Usd penalty = penalty(facts.payment().amount(), rate.get(), late);
        boolean owed = !penalty.isAtMost(waived);
        return Outcome.warn(
                        owed
                                ? "For information: %d days late at %s a year come to a penalty of %s."
                                : "For information: %d days late at %s a year come to %s, which is waived.",
                        late,
                        rate.get().toPlainString(),
                        penalty)
                .with("daysLate", late)
                .with("rate", rate.get().toPlainString())
                .with("waivedUpTo", waived)
                .with("penalty", owed ? penalty : Usd.ZERO);
    }

    /** A rate holds for the fiscal year that its first day lies in, and for no later one. */
    private static Optional<BigDecimal> rateOf(PaymentFacts facts, ParameterName name, StateFiscalYear year) {
        return facts.parameters().stream()
                .filter(figure -> figure.name() == name
                        && StateFiscalYear.of(figure.validFrom()).equals(year))
                .map(Parameter::value)
                .findFirst();
    }

    private static Usd penalty(Usd amount, BigDecimal rate, long days) {
        BigDecimal yearly = amount.times(rate).amount();
        return Usd.of(yearly.multiply(BigDecimal.valueOf(days)).divide(DAYS_OF_YEAR, 2, RoundingMode.HALF_UP));
    }
}
