package org.opencmas.registry.pricelist.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which cell of a row belongs to which column. */
public final class Header {
    /** Of a file without any row. */
    public static final Header NONE = new Header(List.of());

    private static final int ABSENT = -1;

    private final int[] positions = new int[Column.values().length];
    private final int titled;
    private final int width;

    private Header(List<String> cells) {
        this.titled = withoutEmptyEnd(cells, 0);
        this.width = cells.size();
        Arrays.fill(positions, ABSENT);
    }

    /** Reads the first row; unknown, repeated and missing names are all reported. Empty cells behind the last name do not count. */
    public static Header read(List<String> cells, RowFaults faults) {
        var header = new Header(cells);
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

    /**
     * The columns of a file that calls at least one of them otherwise, as the federal lists do; its other columns are left alone. One with our
     * own names alone lacks a column or has one too many, which is told; so is a price or unit that two columns could be.
     */
    public static Optional<Header> ofAlternatives(List<String> cells, RowFaults faults) {
        return SheetTitles.in(cells).filter(titles -> titles.areNotOurs(cells)).map(titles -> {
            titles.noteRepeated(faults);
            var header = new Header(cells);
            titles.positions().forEach((column, position) -> header.positions[column.ordinal()] = position);
            return header;
        });
    }

    /** Whether the row has the titles of all columns that a list must have, by their own names. */
    public static boolean isIn(List<String> cells) {
        List<Column> titled =
                cells.stream().map(Column::titled).flatMap(Optional::stream).toList();
        return Arrays.stream(Column.values()).allMatch(column -> !column.required() || titled.contains(column));
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

    /**
     * Whether a row has a cell for each name and no other. What is empty behind the last name counts too, unless the first row has as many: a
     * price such as 1,234.56 without quotes is two cells, and would be read as 1 beside a row's empty end.
     */
    boolean fits(List<String> row) {
        return row.size() == titled || row.size() == width && withoutEmptyEnd(row, titled) == titled;
    }

    /** @param least how many cells count also when they are empty */
    private static int withoutEmptyEnd(List<String> cells, int least) {
        int count = cells.size();
        while (count > least && cells.get(count - 1).isBlank()) {
            count--;
        }
        return count;
    }

    /** A row's cells by the titles of their columns; a row that is too short has empty ones. */
    Map<String, String> byTitle(List<String> cells) {
        Map<String, String> byTitle = new LinkedHashMap<>();
        for (Column column : Column.values()) {
            if (has(column) && !isReadAsDescription(column)) {
                int position = position(column);
                byTitle.put(column.title(), position < cells.size() ? cells.get(position) : "");
            }
        }
        return byTitle;
    }

    /** A row of the file made of cells by title. */
    List<String> row(Map<String, String> byTitle) {
        List<String> cells = new ArrayList<>(Collections.nCopies(titled, ""));
        for (Column column : Column.values()) {
            if (has(column) && !isReadAsDescription(column)) {
                cells.set(position(column), byTitle.getOrDefault(column.title(), ""));
            }
        }
        return cells;
    }

    /** Where an item is known by its name, its id stands in the cell of its description. */
    private boolean isReadAsDescription(Column column) {
        return column == Column.ITEM_ID && position(Column.ITEM_ID) == position(Column.DESCRIPTION);
    }

    /** Where the column's cell is in a row; only for columns the file {@linkplain #has has}. */
    int position(Column column) {
        return positions[column.ordinal()];
    }
}
