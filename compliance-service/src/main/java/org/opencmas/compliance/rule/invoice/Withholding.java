package org.opencmas.compliance.rule.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.terms.Usd;

/**
 * What has to be withheld of a price and what may be paid of it at most, worked out from a progress payment. What has to be withheld is
 * rounded up to the cent, so that rounding never lowers the share.
 *
 * @param share of the price that is withheld, as a fraction: 0.10 is 10%
 * @param released the part of the price whose withhold may be paid already, US dollars
 * @param paid all payments, this one included, US dollars
 * @param withheld all that is kept back, from this payment too, US dollars
 * @param accepted true when all was finally accepted, so that nothing has to be withheld any more
 */
public record Withholding(Usd price, BigDecimal share, Usd released, Usd paid, Usd withheld, boolean accepted) {
    /** Of a progress payment, once the share is known. */
    public static Withholding of(PaymentFacts facts) {
        return of(facts, lowerShare(facts).orElseGet(() -> facts.figure(ParameterName.PP_WITHHOLD_SHARE)));
    }

    /** Of any payment: empty for one that is no progress payment, and while the share is not known. */
    public static Optional<Withholding> find(PaymentFacts facts) {
        return facts.progress() == null
                        || facts.parameter(ParameterName.PP_WITHHOLD_SHARE).isEmpty()
                ? Optional.empty()
                : Optional.of(of(facts));
    }

    private static Withholding of(PaymentFacts facts, BigDecimal share) {
        Progress progress = facts.inProgress();
        boolean byTask = progress.contract().kind() == Contract.Kind.NON_IT_SERVICES;
        return new Withholding(
                progress.contract().price(),
                share,
                byTask ? progress.released() : Usd.ZERO,
                progress.paidBefore().plus(facts.payment().amount()),
                progress.withheldBefore().plus(progress.withheldNow()),
                progress.contract().isAcceptedBy(facts.payment().paidOn()));
    }

    /** The share of a recorded risk decision, when the law of the day allows one so low; empty when the usual share holds. */
    public static Optional<BigDecimal> lowerShare(PaymentFacts facts) {
        Progress.RiskDecision risk = facts.inProgress().risk();
        if (risk == null
                || risk.withholdShare() == null
                || facts.inProgress().contract().kind() != Contract.Kind.IT_SPECIAL
                || risk.decidedOn().isAfter(facts.payment().paidOn())) {
            return Optional.empty();
        }
        BigDecimal chosen = risk.withholdShare();
        boolean isLower = facts.parameter(ParameterName.PP_WITHHOLD_SHARE)
                .filter(usual -> chosen.compareTo(usual) < 0)
                .isPresent();
        return lowestShare(facts)
                .filter(lowest -> isLower && chosen.compareTo(lowest) >= 0)
                .map(allowed -> chosen);
    }

    /** The lowest share that a risk decision can lead to at that price; empty when not known for the day. */
    public static Optional<BigDecimal> lowestShare(PaymentFacts facts) {
        return facts.parameter(ParameterName.PP_RISK_LARGE_PRICE)
                .flatMap(large ->
                        Usd.of(large).isAtMost(facts.inProgress().contract().price())
                                ? facts.parameter(ParameterName.PP_RISK_SHARE_LARGE)
                                : facts.parameter(ParameterName.PP_RISK_SHARE_SMALL));
    }

    /** What has to stay withheld of the whole price. */
    public Usd leastOfPrice() {
        return accepted ? Usd.ZERO : part(price.minus(released));
    }

    /** What all payments together may come to. */
    public Usd mostPaid() {
        return price.minus(leastOfPrice());
    }

    /** What one more payment may come to after those. */
    public Usd mostNow(Usd paidBefore) {
        Usd left = mostPaid().minus(paidBefore);
        return left.isNegative() ? Usd.ZERO : left;
    }

    /** Paid and withheld together: what the work done so far is worth. */
    public Usd earned() {
        return paid.plus(withheld);
    }

    /** What has to be withheld of what is earned so far. */
    public Usd leastSoFar() {
        return accepted ? Usd.ZERO : part(earned().minus(released));
    }

    private Usd part(Usd base) {
        return base.isNegative() ? Usd.ZERO : base.times(share).cents(RoundingMode.UP);
    }
}
