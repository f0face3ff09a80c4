package org.opencmas.fees.upload;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.csv.CsvLimits;
import org.opencmas.csv.CsvRow;
import org.opencmas.csv.CsvRows;
import org.opencmas.csv.CsvUnreadable;
import org.opencmas.csv.FileStart;
import org.opencmas.csv.UnclosedQuote;

/**
 * The rows of a file, one after the other and never held as a whole. What it is, its first bytes tell and not its name: a workbook
 * (.xlsx), of which the first sheet is read, or CSV in UTF-8 with or without a byte order mark, separated by commas or, as its header says,
 * by semicolons or tabs. At most {@value #MAX_BYTES} bytes and
 * {@value #MAX_ROWS} rows; what a workbook may unpack to, {@link WorkbookRows} says. To be closed.
 */
final class ReportFile implements Closeable {
    static final int MAX_BYTES = 64_000_000;
    static final int MAX_ROWS = 250_000;
    /** Most empty rows above the header, inclusive: a file that begins with more of them is given up there and not read to its end. */
    static final int MAX_EMPTY_FIRST = 1_000;

    private static final int MAX_COLUMNS = 100;
    /** What is too long for a field is named with its row; a cell beyond this ends the reading. */
    private static final CsvLimits LIMITS = new CsvLimits(2_000_000, 2_000_000);

    private final Rows rows;
    private int taken;

    private ReportFile(Rows rows) {
        this.rows = rows;
    }

    /** Rows as they stand in a file of some kind. */
    interface Rows extends Closeable {
        /** The next row, also a blank one; null behind the last. */
        @Nullable
        SheetRow next() throws Unreadable, IOException;
    }

    /** The file cannot be read at all. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final String remedy;

        Unreadable(String detail, String remedy) {
            super(detail);
            this.remedy = remedy;
        }

        RowFault fault() {
            return new RowFault(0, "", String.valueOf(getMessage()), remedy);
        }
    }

    static ReportFile open(Path file) throws Unreadable, IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new Unreadable("the file has more than 64 MB", "Split it.");
        }
        return new ReportFile(isArchive(file) ? WorkbookRows.open(file) : CsvFile.open(file));
    }

    private static boolean isArchive(Path file) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return FileStart.of(bytes) == FileStart.ARCHIVE;
        }
    }

    /** The next row that is not blank; null behind the last. The first is the header. */
    @Nullable
    SheetRow next() throws Unreadable, IOException {
        SheetRow row = rows.next();
        for (int empty = 1; row != null && row.isBlank(); empty++) {
            if (taken == 0 && empty > MAX_EMPTY_FIRST) {
                throw new Unreadable(
                        "the first 1,000 rows of the file are empty", "Delete them; the header is the first row.");
            }
            row = rows.next();
        }
        if (row == null) {
            if (taken == 0) {
                throw new Unreadable("the file is empty", "Send a header row and one row per order.");
            }
            return null;
        }
        if (taken > MAX_ROWS) {
            throw new Unreadable("the file has more than 250,000 rows", "Split it.");
        }
        if (row.cells().size() > MAX_COLUMNS) {
            throw new Unreadable("row " + row.number() + " has more than 100 columns", "Take the template.");
        }
        taken++;
        return row;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Separated by commas, semicolons or tabs. */
    private static final class CsvFile implements Rows {
        /** More than the longest header that anybody writes. */
        private static final int HEADER_BYTES = 1 << 13;

        private final CsvRows csv;
        private final char separator;
        private @Nullable UnclosedQuote quotes;
        private long lastLine;

        private CsvFile(CsvRows csv, char separator) {
            this.csv = csv;
            this.separator = separator;
        }

        static CsvFile open(Path file) throws Unreadable, IOException {
            InputStream opened = Files.newInputStream(file);
            try {
                var bytes = new BufferedInputStream(opened);
                if (FileStart.of(bytes) != FileStart.TEXT) {
                    throw notUtf8();
                }
                char separator = separator(bytes);
                return new CsvFile(CsvRows.strict(bytes, LIMITS, separator), separator);
            } catch (Unreadable | IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        }

        /** The one that stands most often in the first line that holds one; a comma where none does. */
        private static char separator(BufferedInputStream bytes) throws IOException {
            bytes.mark(HEADER_BYTES);
            String start = new String(bytes.readNBytes(HEADER_BYTES), StandardCharsets.ISO_8859_1);
            bytes.reset();
            String header = start.lines()
                    .filter(line -> line.chars().anyMatch(c -> c == ',' || c == ';' || c == '\t'))
                    .findFirst()
                    .orElse("");
            return ",;\t"
                    .chars()
                    .mapToObj(c -> (char) c)
                    .reduce((one, other) -> count(header, other) > count(header, one) ? other : one)
                    .orElse(',');
        }

        private static long count(String header, char separator) {
            return header.chars().filter(c -> c == separator).count();
        }

        @Override
        public @Nullable SheetRow next() throws Unreadable, IOException {
            try {
                CsvRow row = csv.next();
                if (row == null) {
                    return null;
                }
                if (!row.isBlank()) {
                    lastLine = row.line();
                    requireQuotesClosed(row);
                }
                return new SheetRow(row.line(), row.cells());
            } catch (CsvUnreadable e) {
                throw e.trouble() == CsvUnreadable.Cause.ENCODING ? notUtf8() : notRead();
            }
        }

        private void requireQuotesClosed(CsvRow row) throws Unreadable {
            if (quotes == null) {
                quotes = quotesBelow(row.cells());
            } else if (quotes.isInOneOf(row.cells())) {
                throw new Unreadable(
                        "row " + row.line() + " opens a double quote that is not closed in it, and took in other rows",
                        "Close the quote; write a double quote inside a text twice.");
            }
        }

        /** A row is known by the day that every order has. */
        private UnclosedQuote quotesBelow(List<String> header) {
            int dateAt = 0;
            while (dateAt < header.size()
                    && ReportColumn.of(header.get(dateAt).strip()).stream()
                            .noneMatch(ReportColumn.ORDER_DATE::equals)) {
                dateAt++;
            }
            return new UnclosedQuote(
                    header.size(),
                    separator,
                    new UnclosedQuote.Sign(
                            dateAt, cell -> CellText.date(cell.strip()).isPresent(), true));
        }

        private static Unreadable notUtf8() {
            return new Unreadable("the file is not UTF-8", "Save it as \"CSV UTF-8\" or as .xlsx.");
        }

        private Unreadable notRead() {
            return new Unreadable(
                    "the file cannot be read below row " + lastLine
                            + ": a double quote is not closed, or a cell is too long",
                    "Close the quote; write a double quote inside a text twice.");
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }
}
