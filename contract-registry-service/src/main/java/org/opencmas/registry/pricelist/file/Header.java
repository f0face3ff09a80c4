package org.opencmas.registry.pricelist.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which cell of a row belongs to which column. */
final class Header {
    private static final int ABSENT = -1;

    private final int[] positions = new int[Column.values().length];
    private final int titled;

    private Header(int titled) {
        this.titled = titled;
        Arrays.fill(positions, ABSENT);
    }

    /** Reads the first row; unknown, repeated and missing names are all reported. Empty cells behind the last name do not count. */
    static Header read(List<String> cells, RowFaults faults) {
        var header = new Header(withoutEmptyEnd(cells, 0));
        for (int position = 0; position < header.titled; position++) {
            header.take(cells.get(position), position, faults);
        }
        for (Column column : Column.values()) {
            if (column.required() && !header.has(column)) {
                faults.ofHeader(
                        column.title(), "the column is missing", "Add it; the columns are " + Column.titles() + ".");
            }
        }
        return header;
    }

    private void take(String cell, int position, RowFaults faults) {
        Optional<Column> named = Column.titled(cell);
        if (named.isEmpty()) {
            faults.ofHeader(cell.strip(), "is not a column of a price list", remedyFor(cell));
        } else if (has(named.get())) {
            faults.ofHeader(named.get().title(), "the column occurs twice", "Keep one of them.");
        } else {
            positions[named.get().ordinal()] = position;
        }
    }

    private static String remedyFor(String cell) {
        if (cell.indexOf(';') >= 0 || cell.indexOf('\t') >= 0) {
            return "Separate the columns with commas.";
        }
        return "Remove or rename it; the columns are " + Column.titles() + ".";
    }

    boolean has(Column column) {
        return positions[column.ordinal()] != ABSENT;
    }

    /** How many of the file's columns have a name; those behind them are empty, as a spreadsheet leaves them. */
    int titled() {
        return titled;
    }

    /** How many cells a row has, empty ones behind the named columns not counted. */
    int cellsOf(List<String> row) {
        return withoutEmptyEnd(row, titled);
    }

    /** @param least how many cells count also when they are empty */
    private static int withoutEmptyEnd(List<String> cells, int least) {
        int count = cells.size();
        while (count > least && cells.get(count - 1).isBlank()) {
            count--;
        }
        return count;
    }

    /** Where the column's cell is in a row; only for columns the file {@linkplain #has has}. */
    int position(Column column) {
        return positions[column.ordinal()];
    }
}
