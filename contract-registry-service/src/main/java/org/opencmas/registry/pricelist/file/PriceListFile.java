package org.opencmas.registry.pricelist.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opencmas.csv.CsvLimits;
import org.opencmas.csv.CsvRow;
import org.opencmas.csv.CsvRows;
import org.opencmas.csv.CsvUnreadable;
import org.opencmas.csv.FileStart;
import org.opencmas.registry.pricelist.row.Column;
import org.opencmas.registry.pricelist.row.Header;
import org.opencmas.registry.pricelist.row.PriceLine;
import org.opencmas.registry.pricelist.row.RowCheck;
import org.opencmas.registry.pricelist.row.RowFaults;
import org.opencmas.registry.pricelist.row.SheetTitles;

/**
 * A price list as a comma-separated file in UTF-8, with or without a byte order mark, read row by row and never held as
 * a whole.
 */
public final class PriceListFile {
    /** Most lines of a list, inclusive. */
    static final int MAX_LINES = 1_000_000;

    private static final CsvLimits LIMITS = new CsvLimits(20_000, 60_000);
    private static final int BYTE_BUFFER = 1 << 16;

    private PriceListFile() {}

    /** Takes the sound lines of a file, in its order, until the first fault of the file. */
    public interface Lines {
        void take(PriceLine line) throws SQLException;
    }

    /** Takes the rows of a file as they are. */
    public interface Rows {
        /** @param row its first line in the file */
        void take(long row, List<String> cells);
    }

    /** The titles of all columns. */
    public static List<String> titles() {
        return Arrays.stream(Column.values()).map(Column::title).toList();
    }

    /** Reads all rows of any comma-separated file but blank ones, the first included, as far as they can be told from each other. */
    public static void readRows(InputStream bytes, RowFaults faults, Rows rows) throws IOException {
        var buffered = new BufferedInputStream(bytes, BYTE_BUFFER);
        if (!isText(buffered, faults)) {
            return;
        }
        try (CsvRows csv = CsvRows.marking(buffered, LIMITS, RowCheck.UNDECODABLE)) {
            for (CsvRow row = csv.next(); row != null; row = csv.next()) {
                if (!row.isBlank()) {
                    rows.take(row.line(), row.cells());
                }
            }
        } catch (CsvUnreadable e) {
            lost(e, faults);
        }
    }

    /**
     * Reads to the end, whatever is found, so that all faults are known at once; only a wrong header or encoding, or a
     * row that cannot be told from the next, ends it early.
     *
     * @return how many rows were read, the header not counted
     */
    public static long read(InputStream bytes, RowFaults faults, Lines lines) throws IOException, SQLException {
        var buffered = new BufferedInputStream(bytes, BYTE_BUFFER);
        if (!isText(buffered, faults)) {
            return 0;
        }
        try (CsvRows rows = CsvRows.marking(buffered, LIMITS, RowCheck.UNDECODABLE)) {
            return readLines(rows, faults, lines);
        }
    }

    private static boolean isText(BufferedInputStream file, RowFaults faults) throws IOException {
        return switch (FileStart.of(file)) {
            case OTHER_ENCODING -> {
                faults.ofFile("the file is UTF-16 or UTF-32, not UTF-8", "Save it as \"CSV UTF-8\".");
                yield false;
            }
            case ARCHIVE -> {
                faults.ofFile("the file is a spreadsheet (.xlsx), not CSV", "Save it as \"CSV UTF-8\".");
                yield false;
            }
            case TEXT -> true;
        };
    }

    private static long readLines(CsvRows csv, RowFaults faults, Lines lines) throws IOException, SQLException {
        long rows = 0;
        try {
            Header header = header(csv, faults);
            if (!faults.isEmpty()) {
                return 0;
            }
            var check = new RowCheck(header, faults);
            for (CsvRow row = csv.next(); row != null; row = csv.next()) {
                List<String> cells = faults.corrected(row.line(), row.cells(), header);
                if (isBlank(cells)) {
                    continue;
                }
                if (++rows > MAX_LINES) {
                    faults.ofFile("the list has more than 1,000,000 lines", "Split it over supplements.");
                    return rows;
                }
                PriceLine line = check.check(row.line(), cells);
                faults.endRow(row.line(), cells, header);
                if (line != null && faults.isEmpty()) {
                    lines.take(line);
                }
            }
        } catch (CsvUnreadable e) {
            lost(e, faults);
            return rows;
        }
        if (rows == 0) {
            faults.ofFile("the file has a header and no items", "Send one row per item.");
        }
        return rows;
    }

    /** Of the first row that has the titles, by their own names or others that are known; without one the first row is reported. */
    private static Header header(CsvRows csv, RowFaults faults) throws CsvUnreadable, IOException {
        CsvRow first = csv.next();
        if (first == null) {
            faults.ofFile("the file is empty", "Send a header row and one row per item.");
            return Header.NONE;
        }
        if (Header.isIn(first.cells())) {
            return Header.read(first.cells(), faults);
        }
        Optional<Header> found = Header.ofAlternatives(first.cells(), faults);
        for (int searched = 1; found.isEmpty() && searched < SheetTitles.SEARCHED_ROWS; searched++) {
            CsvRow row = csv.next();
            if (row == null) {
                break;
            }
            found = Header.isIn(row.cells())
                    ? Optional.of(Header.read(row.cells(), faults))
                    : Header.ofAlternatives(row.cells(), faults);
        }
        return found.orElseGet(() -> Header.read(first.cells(), faults));
    }

    private static boolean isBlank(List<String> cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static void lost(CsvUnreadable reason, RowFaults faults) {
        faults.ofLostRows(
                reason.line(),
                "cannot be read from here on: a double quote is not closed, or a cell is longer than " + LIMITS.cell()
                        + " characters",
                "Close the quote; write a double quote inside a text twice.");
    }
}
