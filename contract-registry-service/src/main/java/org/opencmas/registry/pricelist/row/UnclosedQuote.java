package org.opencmas.registry.pricelist.row;

import java.util.List;
import java.util.regex.Pattern;
import org.opencmas.csv.CsvRow;

/**
 * Recognizes a cell that took in the rows below it: a double quote was opened by mistake, as an inch mark at the beginning of
 * a text, and the next quote, rows further down, closed it. What is read then is one row with the price of another.
 *
 * <p>A text of several lines is sound as long as none of its lines could be a row, or the rest of one.
 */
final class UnclosedQuote {
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\n|\\r");
    private static final Pattern PRICE = Pattern.compile("\\s*(USD|(US)?[$])?\\s*[0-9][0-9.]*\\s*(USD)?\\s*");

    private UnclosedQuote() {}

    /**
     * Whether a cell holds what should stand in cells or rows of their own.
     *
     * @param position of the cell in its row
     */
    static boolean isIn(String cell, int position, Header header) {
        if (CsvRow.lineBreaks(cell) == 0) {
            return false;
        }
        List<String> lines = List.of(LINE_BREAK.split(cell, -1));
        return hidesEndOfItsRow(lines, position, header)
                || hidesBeginningOfNextRow(lines.getLast(), position, header)
                || lines.subList(1, lines.size() - 1).stream().anyMatch(line -> isRow(line, header));
    }

    /**
     * Whether the first line fills its own row to the end, with a price where the price belongs. An empty or odd cell counts as a
     * price when the last line, too, has as many cells as the beginning of a row that has the closing quote in the same column.
     */
    private static boolean hidesEndOfItsRow(List<String> lines, int position, Header header) {
        String[] cells = cells(lines.getFirst());
        int price = header.position(Column.PRICE) - position;
        if (price < 0 || price >= cells.length || position + cells.length < header.titled()) {
            return false;
        }
        if (PRICE.matcher(cells[price]).matches()) {
            return true;
        }
        return position + cells.length == header.titled()
                && cells(lines.getLast()).length == position + 1
                && (cells[price].isBlank() || cells[price].chars().anyMatch(Character::isDigit));
    }

    /**
     * Whether the last line is a row up to the column in which the quote was closed, which is the one where it was opened, with the
     * price in front of it. Only this tells when a text stands behind the price, since nothing need follow it in its own row.
     */
    private static boolean hidesBeginningOfNextRow(String last, int position, Header header) {
        String[] cells = cells(last);
        int price = header.position(Column.PRICE);
        return price < position
                && cells.length == position + 1
                && PRICE.matcher(cells[price]).matches();
    }

    private static boolean isRow(String line, Header header) {
        String[] cells = cells(line);
        return cells.length >= header.titled()
                && PRICE.matcher(cells[header.position(Column.PRICE)]).matches();
    }

    private static String[] cells(String line) {
        return line.split(",", -1);
    }
}
