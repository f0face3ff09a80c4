package org.opencmas.fees.upload;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opencmas.csv.SpreadsheetText;
import org.opencmas.terms.Usd;

/** Reads what people write into cells: {@code $1,234.56}, {@code (5.00)}, {@code 7/1/2026}, {@code PO-77 Amd 2}. */
public final class CellText {
    static final Pattern MONEY = Pattern.compile("-?(\\d{1,12}|\\d{1,3}(,\\d{3}){1,3})(\\.\\d{1,18})?");
    /** A blank or dollar sign within the figures: nobody knows whether it stands for a comma, a point or nothing. */
    static final Pattern BROKEN_NUMBER = Pattern.compile("[\\d.,][ \u00a0$]++[\\d.,]");

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    /** Gives nothing back of a run of signs, so that a cell full of them is gone through once. */
    static final Pattern WITH_AMENDMENT = Pattern.compile(
            "(.*?[^\\s,;/-])[\\s,;/-]++(?:amendment|amendm|amend|amdt|amd)[\\s.#:]*+(?:no\\.?|number)?[\\s#]*+(\\d{1,4})",
            Pattern.CASE_INSENSITIVE);

    private static final int MAX_ORDER_NAME = 300;

    private CellText() {}

    /** An order number with the amendment that is written behind it; 0 where there is none. */
    record OrderName(String number, int amendment) {}

    /** Dollars, of either sign, brackets for a minus; empty for anything else, also for more than two decimals. */
    static Optional<Usd> money(String cell) {
        if (BROKEN_NUMBER.matcher(cell).find()) {
            return Optional.empty();
        }
        String plain = cell.replace("$", "").replace(" ", "").replace("\u00a0", "");
        if (plain.startsWith("(") && plain.endsWith(")")) {
            plain = "-" + plain.substring(1, plain.length() - 1);
        }
        if (!MONEY.matcher(plain).matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(plain.replace(",", "")).stripTrailingZeros();
        return amount.scale() > 2 ? Optional.empty() : Optional.of(Usd.of(amount));
    }

    static Optional<LocalDate> date(String cell) {
        try {
            if (ISO.matcher(cell).matches()) {
                return Optional.of(LocalDate.parse(cell, DateTimeFormatter.ISO_LOCAL_DATE));
            }
            Matcher american = AMERICAN.matcher(cell);
            return american.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(american.group(3)),
                            Integer.parseInt(american.group(1)),
                            Integer.parseInt(american.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static OrderName orderName(String cell) {
        // No number is that long.
        if (cell.length() > MAX_ORDER_NAME) {
            return new OrderName(cell, 0);
        }
        Matcher matcher = WITH_AMENDMENT.matcher(cell);
        return matcher.matches()
                ? new OrderName(matcher.group(1).strip(), Integer.parseInt(matcher.group(2)))
                : new OrderName(cell, 0);
    }

    /** A text that no spreadsheet runs as a formula when the file is opened. */
    static String harmless(String text) {
        return money(text).isEmpty() ? SpreadsheetText.safe(text) : text;
    }

    /** Without what XML cannot hold; a leading sign of a formula is kept from running should the cell be edited. */
    public static String printable(String cell) {
        return harmless(cell.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff\\ud800-\\udfff]", "?"));
    }

    static String lower(String cell) {
        return cell.toLowerCase(Locale.ROOT);
    }
}
