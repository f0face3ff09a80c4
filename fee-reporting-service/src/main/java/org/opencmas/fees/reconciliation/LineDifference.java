package org.opencmas.fees.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * Takes the difference of one line apart: first what the amount brings at the ledger's own rate, then what rate, waiver and rounding
 * bring on the amount as reported. The two are the whole, by arithmetic.
 */
final class LineDifference {
    private static final Usd HALF_A_CENT = Usd.of(new BigDecimal("0.005"));
    private static final int CENT_DECIMALS = 2;

    private LineDifference() {}

    static List<DifferenceFound> of(AccruedLine line, ReportedSale sale) {
        List<DifferenceFound> differences = new ArrayList<>();
        Usd sales = line.base().minus(sale.localTotal());
        Usd fee = line.fee().minus(sale.fee());
        Usd feeOfSales = line.treatment() == Treatment.DUE ? line.rate().shareOf(sales) : Usd.ZERO;
        if (sale.agencyClass() == AgencyClass.STATE) {
            return List.of(new DifferenceFound(DifferenceCause.LOCAL_ORDER_AS_STATE, line.name(), sales, fee));
        }
        if (!sales.isZero()) {
            differences.add(
                    new DifferenceFound(amount(line.base(), sales.negated(), sale), line.name(), sales, feeOfSales));
        }
        Usd rest = fee.minus(feeOfSales);
        if (!rest.isZero()) {
            differences.add(new DifferenceFound(fee(line, sale, rest), line.name(), Usd.ZERO, rest));
        }
        return differences;
    }

    /** @param surplus what the report has more than the ledger */
    private static DifferenceCause amount(Usd base, Usd surplus, ReportedSale sale) {
        if (surplus.isPositive() && surplus.equals(sale.tax())) {
            return DifferenceCause.TAX_IN_BASE;
        }
        if (surplus.isPositive() && surplus.equals(sale.freight())) {
            return DifferenceCause.FREIGHT_IN_BASE;
        }
        return surplus.isPositive() && surplus.equals(sale.tax().plus(sale.freight()))
                ? DifferenceCause.TAX_AND_FREIGHT_IN_BASE
                : typing(base, sale.localTotal());
    }

    /** What a hand that typed the ledger's amount may have done to it. */
    private static DifferenceCause typing(Usd base, Usd total) {
        if (base.isZero() || total.isZero()) {
            return DifferenceCause.AMOUNT;
        }
        if (base.equals(total.negated())) {
            return DifferenceCause.SIGN_REVERSED;
        }
        if (base.isNegative() == total.isNegative() && digits(base, true).equals(digits(total, true))) {
            return DifferenceCause.POINT_MISPLACED;
        }
        return base.isNegative() == total.isNegative() && digits(base, false).equals(digits(total, false))
                ? DifferenceCause.DIGITS_SWAPPED
                : DifferenceCause.AMOUNT;
    }

    /** The digits of an amount in cents; in their order without closing zeros, or else sorted. */
    private static String digits(Usd amount, boolean inOrder) {
        BigDecimal cents = amount.amount().abs().movePointRight(CENT_DECIMALS);
        if (inOrder) {
            return cents.stripTrailingZeros().unscaledValue().toString();
        }
        return cents.stripTrailingZeros()
                .toPlainString()
                .chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static DifferenceCause fee(AccruedLine line, ReportedSale sale, Usd rest) {
        boolean isInCents = sale.fee().amount().stripTrailingZeros().scale() <= CENT_DECIMALS;
        Usd size = rest.isNegative() ? rest.negated() : rest;
        if (isInCents && size.isAtMost(HALF_A_CENT)) {
            return DifferenceCause.ROUNDING;
        }
        if (line.treatment() == Treatment.WAIVED) {
            return DifferenceCause.WAIVER_NOT_USED;
        }
        return line.treatment() == Treatment.DUE && sale.fee().isZero()
                ? DifferenceCause.WAIVER_NOT_VALID
                : DifferenceCause.RATE;
    }
}
