package org.opencmas.registry.pricelist.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.pricelist.row.Column;

/**
 * What a person sees in a cell. A file holds 544.81 as 544.80999999999995: a spreadsheet shows at most 15 digits of a number, and only as
 * many decimals as the cell's format has.
 *
 * @param fault why the cell cannot be read so; null when it can
 * @param remedy empty without a fault
 */
record ShownCell(String text, @Nullable String fault, String remedy) {
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    /** A number of more digits is shown in scientific notation unless its format says otherwise. */
    private static final int DIGITS_SHOWN = 11;

    /** More than the digits of 1E308, the largest number of a spreadsheet. */
    private static final int MAX_DIGITS = 400;

    /** A plain number or amount in a format's first section: the decimals are the zeros after its point. */
    private static final Pattern FIXED = Pattern.compile("[#,0?]*0(?:\\.(0*))?");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|_.|\\*.");

    static ShownCell of(@Nullable Cell cell, Column column) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return shown("");
        }
        if (cell.getType() == CellType.FORMULA) {
            return new ShownCell(
                    raw(cell),
                    "is a formula",
                    "Copy the column and paste it as values, so that the list holds what it says.");
        }
        if (cell.getType() == CellType.ERROR) {
            return new ShownCell(raw(cell), "is an error of the spreadsheet", "Write the value itself.");
        }
        if (cell.getType() != CellType.NUMBER) {
            return shown(cell.getText() == null ? "" : cell.getText());
        }
        String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        return number(raw(cell), QUOTED.matcher(format).replaceAll("").split(";", 2)[0], column);
    }

    /** @param format its first section, without quoted text */
    static ShownCell number(String raw, String format, Column column) {
        BigDecimal value;
        try {
            value = new BigDecimal(raw);
        } catch (NumberFormatException broken) {
            return new ShownCell(raw, "is not a number", "Type it anew.");
        }
        // Written out, 1E600000000 would take all memory.
        if (Math.abs((long) value.precision() - value.scale()) > MAX_DIGITS) {
            return new ShownCell(raw, "is not a number that a spreadsheet holds", "Type it anew.");
        }
        value = value.round(FIFTEEN_DIGITS);
        if (isDate(format)) {
            return new ShownCell(
                    raw,
                    "is a date",
                    "Format the column " + column.title() + " as text and type the value as it should be read.");
        }
        if (format.indexOf('%') >= 0) {
            return new ShownCell(raw, "is a percentage", "Write the amount itself.");
        }
        Matcher fixed = FIXED.matcher(format);
        boolean isFixed = fixed.find();
        if (isFixed) {
            int decimals = fixed.group(1) == null ? 0 : fixed.group(1).length();
            if (value.scale() > decimals) {
                value = value.setScale(decimals, RoundingMode.HALF_UP);
            }
        }
        String plain = plain(value);
        boolean isLong = plain.length() > DIGITS_SHOWN && plain.indexOf('.') < 0;
        return shown(isLong && !isFixed ? scientific(value) : plain);
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }

    /** As General shows it, from which the row check knows that digits are lost. */
    private static String scientific(BigDecimal value) {
        BigDecimal six = value.round(new MathContext(6, RoundingMode.HALF_UP));
        String digits = six.unscaledValue().abs().toString();
        int exponent = six.precision() - six.scale() - 1;
        return digits.charAt(0) + "." + (digits.length() > 1 ? digits.substring(1) : "0") + "E+" + exponent;
    }

    private static boolean isDate(String format) {
        return !format.equalsIgnoreCase("General")
                && format.chars().anyMatch(sign -> "yYdDhH".indexOf(sign) >= 0)
                && format.indexOf('0') < 0;
    }

    private static String raw(Cell cell) {
        return cell.getRawValue() == null ? "" : cell.getRawValue();
    }

    private static ShownCell shown(String text) {
        return new ShownCell(text, null, "");
    }
}
