package org.opencmas.fees.upload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Usd;

/**
 * What holds of a row of a report, whether it came in a file or as JSON: a five-digit billing code of a State order and none of a local
 * one (practice 1.6), a total that is not below zero but of an amendment, a date of the order within the quarter or before it, amounts in whole cents, tax and freight that are not negative, no
 * incentive fee on a State order, and no order named twice.
 */
public final class ReportRowRules {
    /** The largest amount of either sign, inclusive. */
    private static final Usd MOST = Usd.of("999999999999.99");

    private static final int CENT_DECIMALS = 2;

    private final CalendarQuarter quarter;
    private final LocalDate today;
    private final OrderRows orders = new OrderRows();

    /** @param today the civil date in Los Angeles */
    public ReportRowRules(CalendarQuarter quarter, LocalDate today) {
        this.quarter = quarter;
        this.today = today;
    }

    /**
     * All that is wrong with the row, the rows before it looked at too. Of a row that lacks what it must have only the rest is looked at: that
     * it is absent was found before.
     */
    public List<RowFault> check(long number, ReportedRow row) {
        List<RowFault> faults = new ArrayList<>();
        checkText(faults, number, ReportColumn.AGENCY_NAME, row.agencyName());
        checkText(faults, number, ReportColumn.ORDER_NUMBER, row.purchaseOrderNumber());
        checkBillingCode(faults, number, row.agencyClass(), row.agencyBillingCode());
        checkDate(faults, number, row.purchaseOrderDate());
        checkAmount(faults, number, ReportColumn.TOTAL, row.total());
        checkTotal(faults, number, row);
        checkNotNegative(faults, number, ReportColumn.TAX, row.tax());
        checkNotNegative(faults, number, ReportColumn.FREIGHT, row.freight());
        checkFee(faults, number, row);
        if (faults.isEmpty() && row.agencyName() != null && row.purchaseOrderNumber() != null) {
            checkOnce(faults, number, row);
        }
        return faults;
    }

    private static void checkText(List<RowFault> faults, long number, ReportColumn column, @Nullable String text) {
        if (text == null) {
            return;
        }
        Optional<String> fault = Identifier.fault(text);
        if (fault.isPresent()) {
            faults.add(new RowFault(number, column.title(), fault.get(), "Type it anew."));
        } else if (text.length() > 200) {
            faults.add(new RowFault(number, column.title(), "has more than 200 characters", "Shorten it."));
        }
    }

    private static void checkBillingCode(
            List<RowFault> faults, long number, AgencyClass agencyClass, @Nullable String code) {
        if (agencyClass == AgencyClass.STATE && (code == null || !code.matches("[0-9]{5}"))) {
            faults.add(new RowFault(
                    number,
                    ReportColumn.BILLING_CODE.title(),
                    code == null ? "is missing" : "\"" + shown(code) + "\" is not five digits",
                    "A State order has a five-digit billing code, top right on its STD 65; keep leading zeros by"
                            + " formatting the column as text."));
        } else if (agencyClass == AgencyClass.LOCAL && code != null) {
            faults.add(new RowFault(
                    number,
                    ReportColumn.BILLING_CODE.title(),
                    "\"" + shown(code) + "\" is there, and a local agency has none",
                    "Leave it empty, or say State in the column State or Local."));
        }
    }

    private void checkDate(List<RowFault> faults, long number, @Nullable LocalDate date) {
        if (date == null) {
            return;
        }
        if (!ProgramCalendar.isProgramDay(date)) {
            faults.add(new RowFault(
                    number, ReportColumn.ORDER_DATE.title(), ProgramCalendar.EXPECTED_DAYS, "Mend the date."));
        } else if (date.isAfter(today)) {
            faults.add(new RowFault(
                    number,
                    ReportColumn.ORDER_DATE.title(),
                    date + " is in the future",
                    "Give the day on which the order was issued."));
        } else if (date.isAfter(quarter.lastDay())) {
            faults.add(new RowFault(
                    number,
                    ReportColumn.ORDER_DATE.title(),
                    date + " is after " + quarter,
                    "Report the order in the quarter of its date, or mend the date: it is that of the order, not of"
                            + " receipt or invoice."));
        }
    }

    /** An order is worth something or nothing; only an amendment takes away from it (FEE-AMENDMENTS). */
    private static void checkTotal(List<RowFault> faults, long number, ReportedRow row) {
        if (row.amendmentNumber() == 0 && row.total() != null && row.total().isNegative()) {
            faults.add(new RowFault(
                    number,
                    ReportColumn.TOTAL.title(),
                    "is negative, and the row is an original order",
                    "Report what takes away from an order as an amendment of it, with its amendment number; dispute the"
                            + " pre-filled line of an order that was cancelled."));
        }
    }

    /** State departments pay DGS another fee, which no contractor reports (FEE-STATE-ADMIN). */
    private static void checkFee(List<RowFault> faults, long number, ReportedRow row) {
        Usd fee = row.fee();
        if (fee == null || fee.isZero()) {
            return;
        }
        checkAmount(faults, number, ReportColumn.FEE, fee);
        if (row.agencyClass() == AgencyClass.STATE) {
            faults.add(new RowFault(
                    number,
                    ReportColumn.FEE.title(),
                    "is there, and a State order bears no incentive fee",
                    "Leave it empty, or say Local in the column State or Local."));
        } else if (row.total() != null && fee.isNegative() != row.total().isNegative()) {
            faults.add(new RowFault(
                    number,
                    ReportColumn.FEE.title(),
                    "has another sign than the total",
                    "A fee lessens only with an amendment that takes away."));
        }
    }

    /** What is wrong with an amount of whatever sign, as a phrase that can follow its place: a report is made in whole cents. */
    public static Optional<String> amountFault(Usd amount) {
        if (amount.amount().stripTrailingZeros().scale() > CENT_DECIMALS) {
            return Optional.of("is not in whole cents");
        }
        return (amount.isNegative() ? amount.negated() : amount).isAtMost(MOST)
                ? Optional.empty()
                : Optional.of("is more than " + MOST);
    }

    private static void checkAmount(List<RowFault> faults, long number, ReportColumn column, @Nullable Usd amount) {
        Optional.ofNullable(amount)
                .flatMap(ReportRowRules::amountFault)
                .ifPresent(fault -> faults.add(new RowFault(number, column.title(), fault, "Write 1234.56.")));
    }

    private static void checkNotNegative(
            List<RowFault> faults, long number, ReportColumn column, @Nullable Usd amount) {
        if (amount == null) {
            return;
        }
        checkAmount(faults, number, column, amount);
        if (amount.isNegative()) {
            faults.add(new RowFault(number, column.title(), "is negative", "Leave it empty when it is not known."));
        }
    }

    private void checkOnce(List<RowFault> faults, long number, ReportedRow row) {
        String order = Identifier.keyOf(row.agencyName())
                + '\n'
                + Identifier.keyOf(row.purchaseOrderNumber())
                + '\n'
                + row.amendmentNumber();
        long first = orders.putIfAbsent(order, number);
        if (first != OrderRows.NONE) {
            faults.add(new RowFault(
                    number,
                    ReportColumn.ORDER_NUMBER.title(),
                    "names the same order and amendment as row " + first,
                    "Report each order and each amendment once."));
        }
    }

    static String shown(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", "?");
        return oneLine.length() <= 60 ? oneLine : oneLine.substring(0, 60) + "...";
    }
}
