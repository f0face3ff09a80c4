package org.opencmas.csv;

/** Text as a cell that a spreadsheet shows and does not run. */
public final class SpreadsheetText {
    private static final String FORMULA_SIGNS = "=+-@\t\r";

    private SpreadsheetText() {}

    /** Puts an apostrophe before what a spreadsheet would take for a formula. Meant for text; a number below zero is written as it is. */
    public static String safe(String text) {
        return !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
