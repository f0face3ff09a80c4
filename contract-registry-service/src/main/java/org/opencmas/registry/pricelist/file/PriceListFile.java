package org.opencmas.registry.pricelist.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.opencmas.csv.CsvLimits;
import org.opencmas.csv.CsvRow;
import org.opencmas.csv.CsvRows;
import org.opencmas.csv.CsvUnreadable;
import org.opencmas.csv.FileStart;

/**
 * A price list as a comma-separated file in UTF-8, with or without a byte order mark, read row by row and never held as
 * a whole.
 */
public final class PriceListFile {
    /** Most lines of a list, inclusive. */
    static final int MAX_LINES = 500_000;

    private static final CsvLimits LIMITS = new CsvLimits(20_000, 60_000);
    private static final int BYTE_BUFFER = 1 << 16;

    private PriceListFile() {}

    /** Takes the sound lines of a file, in its order, until the first fault of the file. */
    public interface Lines {
        void take(PriceLine line) throws SQLException;
    }

    /**
     * Reads to the end, whatever is found, so that all faults are known at once; only a wrong header or encoding, or a
     * row that cannot be told from the next, ends it early.
     *
     * @return how many rows were read, the header not counted
     */
    public static long read(InputStream bytes, RowFaults faults, Lines lines) throws IOException, SQLException {
        var buffered = new BufferedInputStream(bytes, BYTE_BUFFER);
        switch (FileStart.of(buffered)) {
            case OTHER_ENCODING ->
                faults.ofFile("the file is UTF-16 or UTF-32, not UTF-8", "Save it as \"CSV UTF-8\".");
            case ARCHIVE -> faults.ofFile("the file is a spreadsheet (.xlsx), not CSV", "Save it as \"CSV UTF-8\".");
            case TEXT -> {
                try (CsvRows rows = CsvRows.marking(buffered, LIMITS, RowCheck.UNDECODABLE)) {
                    return readRows(rows, faults, lines);
                }
            }
        }
        return 0;
    }

    private static long readRows(CsvRows csv, RowFaults faults, Lines lines) throws IOException, SQLException {
        long rows = 0;
        try {
            CsvRow first = csv.next();
            if (first == null) {
                faults.ofFile("the file is empty", "Send a header row and one row per item.");
                return 0;
            }
            Header header = Header.read(first.cells(), faults);
            if (!faults.isEmpty()) {
                return 0;
            }
            var check = new RowCheck(header, faults);
            for (CsvRow row = csv.next(); row != null; row = csv.next()) {
                if (row.isBlank()) {
                    continue;
                }
                if (++rows > MAX_LINES) {
                    faults.ofFile("the list has more than 500,000 lines", "Split it over supplements.");
                    return rows;
                }
                PriceLine line = check.check(row.line(), row.cells());
                if (line != null && faults.isEmpty()) {
                    lines.take(line);
                }
            }
        } catch (CsvUnreadable e) {
            faults.ofRow(
                    e.line(),
                    "cannot be read from here on: a double quote is not closed, or a cell is longer than "
                            + LIMITS.cell() + " characters",
                    "Close the quote; write a double quote inside a text twice.");
            return rows;
        }
        if (rows == 0) {
            faults.ofFile("the file has a header and no items", "Send one row per item.");
        }
        return rows;
    }
}
