package org.opencmas.csv;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Recognizes a cell that took in the rows below it: a double quote was opened by mistake, as an inch mark at the beginning of a text, and the
 * next quote, rows further down, or the end of the file closed it. What is read then is one row with the values of another, and those between
 * are missing without a word.
 *
 * <p>A text of several lines, such as an address, is sound as long as none of its lines could be a row, or the rest of one.
 */
public final class UnclosedQuote {
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\n|\\r");

    private final int width;
    private final Sign sign;
    private final Pattern separator;

    /** @param width how many cells a row has */
    public UnclosedQuote(int width, char separator, Sign sign) {
        this.width = width;
        this.sign = sign;
        this.separator = Pattern.compile(Pattern.quote(String.valueOf(separator)));
    }

    /**
     * The cell by which a line is known to be a row.
     *
     * @param at its position in a row
     * @param looksRight whether a text could be that cell
     * @param isEnough whether such a text at its place tells a row by itself, as a date does. Any text may hold a number: a price tells a row
     *     only among as many cells as a row has
     */
    public record Sign(int at, Predicate<String> looksRight, boolean isEnough) {
        private boolean isIn(String[] cells, int place) {
            return place >= 0 && place < cells.length && looksRight.test(cells[place]);
        }
    }

    /** Whether one of a row's cells holds what should stand in cells or rows of their own. */
    public boolean isInOneOf(List<String> cells) {
        return IntStream.range(0, cells.size()).anyMatch(position -> isIn(cells.get(position), position));
    }

    /**
     * Whether a cell holds what should stand in cells or rows of their own.
     *
     * @param position of the cell in its row
     */
    public boolean isIn(String cell, int position) {
        if (CsvRow.lineBreaks(cell) == 0) {
            return false;
        }
        List<String[]> lines = Arrays.stream(LINE_BREAK.split(cell, -1))
                .map(line -> separator.split(line, -1))
                .toList();
        return hidesEndOfItsRow(lines.getFirst(), lines.getLast(), position)
                || hidesBeginningOfNextRow(lines.getLast(), position)
                || lines.stream().skip(1).anyMatch(this::isRow);
    }

    /**
     * Whether the first line has the sign where its own row has it. Where that is not enough the line also fills its row to the end, and an empty
     * or odd cell counts as the sign when the last line, too, has as many cells as the beginning of a row that has the closing quote in the same
     * column.
     */
    private boolean hidesEndOfItsRow(String[] first, String[] last, int position) {
        int place = sign.at - position;
        if (sign.isEnough) {
            return place > 0 && sign.isIn(first, place);
        }
        if (place < 0 || place >= first.length || position + first.length < width) {
            return false;
        }
        return sign.isIn(first, place)
                || position + first.length == width
                        && last.length == position + 1
                        && (first[place].isBlank() || first[place].chars().anyMatch(Character::isDigit));
    }

    /**
     * Whether the last line is a row up to the column in which the quote was closed, which is the one where it was opened, with the sign in front
     * of it. Only this tells when a text stands behind the sign, since nothing need follow it in its own row.
     */
    private boolean hidesBeginningOfNextRow(String[] last, int position) {
        return sign.at < position && last.length == position + 1 && sign.isIn(last, sign.at);
    }

    private boolean isRow(String[] cells) {
        boolean isFull = cells.length >= width;
        boolean hasSign = sign.isIn(cells, sign.at);
        return sign.isEnough ? isFull || hasSign : isFull && hasSign;
    }
}
