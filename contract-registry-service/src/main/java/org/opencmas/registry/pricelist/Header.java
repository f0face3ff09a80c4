package org.opencmas.registry.pricelist;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which cell of a row belongs to which column. */
final class Header {
    private static final int ABSENT = -1;

    private final int[] positions = new int[Column.values().length];
    private final int width;

    private Header(int width) {
        this.width = width;
        Arrays.fill(positions, ABSENT);
    }

    /** Reads the first row; unknown, repeated and missing names are all reported. */
    static Header read(List<String> cells, RowFaults faults) {
        var header = new Header(cells.size());
        for (int position = 0; position < cells.size(); position++) {
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

    /** How many cells each row has to have. */
    int width() {
        return width;
    }

    /** Where the column's cell is in a row; only for columns the file {@linkplain #has has}. */
    int position(Column column) {
        return positions[column.ordinal()];
    }
}
