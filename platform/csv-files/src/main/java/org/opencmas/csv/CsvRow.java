package org.opencmas.csv;

import java.util.List;

/**
 * One row of a file.
 *
 * @param line the number of its first line in the file, from 1
 * @param cells as they stand there; a cell may hold line breaks
 */
public record CsvRow(long line, List<String> cells) {
    /** Whether nothing stands in it: also a line that is empty is a row. */
    public boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The number of the line below it. */
    public long lineBelow() {
        long lines = 1;
        for (String cell : cells) {
            lines += lineBreaks(cell);
        }
        return line + lines;
    }

    /** How often a text goes on in another line. */
    public static int lineBreaks(String cell) {
        int breaks = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == cell.length() || cell.charAt(i + 1) != '\n')) {
                breaks++;
            }
        }
        return breaks;
    }
}
