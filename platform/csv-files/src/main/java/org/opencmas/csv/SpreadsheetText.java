package org.opencmas.csv;

/**
 * Text that goes into a cell of a CSV file or a workbook. What begins as a formula does would be run by the spreadsheet of whoever opens the
 * file, and may call other programs or send the sheet away: such a text begins with an apostrophe, which a spreadsheet takes for the mark
 * of a text. Every export writes its texts through this; a number is written as it is, also one below zero.
 */
public final class SpreadsheetText {
    /** The first signs of formulas, the full-width ones of Asian keyboards, and those that a spreadsheet drops before a formula. */
    private static final String FORMULA_SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetText() {}

    /** The text, with an apostrophe in front when a spreadsheet would take it for a formula. */
    public static String safe(String text) {
        return startsFormula(text) ? '\'' + text : text;
    }

    /** What a cell that was written by {@link #safe} held before. */
    public static String before(String cell) {
        return cell.startsWith("'") && startsFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
    }
}
