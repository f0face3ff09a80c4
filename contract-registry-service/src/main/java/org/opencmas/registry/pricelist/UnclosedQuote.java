package org.opencmas.registry.pricelist;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognizes a cell that took in the rows below it: a double quote was opened by mistake, as an inch mark at the beginning of
 * a text, and the next quote, rows further down, closed it. What is read then is one row with the price of another.
 *
 * <p>A text of several lines is sound as long as none of its lines could be a row, or the rest of one.
 */
final class UnclosedQuote {
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\n|\\r");
    private static final Pattern PRICE = Pattern.compile("\\s*[$]?[0-9][0-9.]*\\s*");

    private UnclosedQuote() {}

    static int lineBreaks(String cell) {
        int breaks = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == cell.length() || cell.charAt(i + 1) != '\n')) {
                breaks++;
            }
        }
        return breaks;
    }

    /**
     * Whether a cell holds what should stand in cells or rows of their own.
     *
     * @param position of the cell in its row
     */
    static boolean isIn(String cell, int position, Header header) {
        if (lineBreaks(cell) == 0) {
            return false;
        }
        List<String> lines = List.of(LINE_BREAK.split(cell, -1));
        if (reads(lines.getFirst(), position, header)) {
            return true;
        }
        // The last line is the beginning of the row in which the quote was closed.
        return lines.subList(1, lines.size() - 1).stream().anyMatch(line -> reads(line, 0, header));
    }

    /** Whether a line, put in from that position on, fills a row to its end with a price where the price belongs. */
    private static boolean reads(String line, int position, Header header) {
        String[] cells = line.split(",", -1);
        if (position + cells.length < header.titled()) {
            return false;
        }
        int price = header.position(Column.PRICE) - position;
        return price < 0 || price < cells.length && PRICE.matcher(cells[price]).matches();
    }
}
