package org.opencmas.fees.upload;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognizes a cell that took in the rows below it: a double quote was opened by mistake, and the next quote, rows further down, or the end
 * of the file closed it. Those orders would be missing from the report without a word.
 *
 * <p>A text of several lines, such as an address, is sound as long as none of its lines could be a row, or the rest of one.
 */
final class UnclosedQuote {
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\n|\\r");

    private final int width;
    private final int dateAt;
    private final Pattern separator;

    private UnclosedQuote(int width, int dateAt, char separator) {
        this.width = width;
        this.dateAt = dateAt;
        this.separator = Pattern.compile(Pattern.quote(String.valueOf(separator)));
    }

    /** Of the rows below a header. */
    static UnclosedQuote below(List<String> header, char separator) {
        int dateAt = 0;
        while (dateAt < header.size()
                && ReportColumn.of(header.get(dateAt).strip()).stream().noneMatch(ReportColumn.ORDER_DATE::equals)) {
            dateAt++;
        }
        return new UnclosedQuote(header.size(), dateAt, separator);
    }

    boolean isIn(List<String> cells) {
        for (int position = 0; position < cells.size(); position++) {
            String cell = cells.get(position);
            if ((cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) && tookInRows(cell, position)) {
                return true;
            }
        }
        return false;
    }

    /** By the day that every order has: the first line may hold its own row's, each later one that of another row. */
    private boolean tookInRows(String cell, int position) {
        String[] lines = LINE_BREAK.split(cell, -1);
        if (dateAt > position && hasDate(cells(lines[0]), dateAt - position)) {
            return true;
        }
        for (int i = 1; i < lines.length; i++) {
            String[] cells = cells(lines[i]);
            if (cells.length >= width || hasDate(cells, dateAt)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDate(String[] cells, int at) {
        return at < cells.length && CellText.date(cells[at].strip()).isPresent();
    }

    private String[] cells(String line) {
        return separator.split(line, -1);
    }
}
