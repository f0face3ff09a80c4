package org.opencmas.fees.report.statement;

import org.opencmas.terms.Usd;

/**
 * What the contractor pays for one agreement and quarter. Rounded here and nowhere else: once, half up, on the quarter's total
 * (FEE-INCENTIVE-RATE; 0.39 comes to 0.00 and 0.40 to 0.01). A total below zero is never paid out: it stays as a credit and
 * lessens the fee of reports filed later (FEE-AMENDMENTS).
 *
 * @param exact the sum of the exact fees, of either sign
 * @param rounded that sum in whole cents
 * @param creditAvailable what earlier filings of the agreement left over, at least zero
 * @param creditUsed what of it lessens this fee, from zero to the available credit
 * @param due what is to be paid with this report, at least zero
 * @param creditCarriedForward what is left for later reports, at least zero
 */
public record QuarterFee(
        Usd exact, Usd rounded, Usd creditAvailable, Usd creditUsed, Usd due, Usd creditCarriedForward) {
    public static QuarterFee of(Usd exact, Usd creditAvailable) {
        Usd rounded = exact.roundedHalfUp();
        if (rounded.isNegative()) {
            return new QuarterFee(
                    exact, rounded, creditAvailable, Usd.ZERO, Usd.ZERO, creditAvailable.plus(rounded.negated()));
        }
        Usd used = creditAvailable.isAtMost(rounded) ? creditAvailable : rounded;
        return new QuarterFee(exact, rounded, creditAvailable, used, rounded.minus(used), creditAvailable.minus(used));
    }

    /** What this quarter itself adds to the credit; zero unless its total is below zero. */
    public Usd creditAdded() {
        return creditCarriedForward.minus(creditAvailable.minus(creditUsed));
    }
}
