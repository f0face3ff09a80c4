package org.opencmas.fees.upload;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.opencmas.csv.CsvLimits;
import org.opencmas.csv.CsvRow;
import org.opencmas.csv.CsvRows;
import org.opencmas.csv.CsvUnreadable;
import org.opencmas.csv.FileStart;

/**
 * The rows of a file, told by its first bytes and not by its name: a workbook (.xlsx), of which the first sheet is read, or CSV in UTF-8
 * with or without a byte order mark. At most {@value #MAX_BYTES} bytes and {@value #MAX_ROWS} rows; a workbook that unpacks to more than
 * {@value #MAX_UNPACKED} bytes is refused before it is read.
 */
final class ReportFile {
    static final int MAX_BYTES = 10_000_000;
    static final int MAX_ROWS = 20_000;
    static final long MAX_UNPACKED = 100_000_000;
    private static final int MAX_COLUMNS = 100;
    /** No more than the file itself: what is too long for a field is named with its row. */
    private static final CsvLimits LIMITS = new CsvLimits(MAX_BYTES, MAX_BYTES);
    /** More than the digits of 1E308, the largest number of a spreadsheet. */
    private static final int MAX_DIGITS = 400;

    private static final LocalDate FIRST_OF_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);

    private ReportFile() {}

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

    static List<SheetRow> rows(byte[] bytes) throws Unreadable {
        if (bytes.length > MAX_BYTES) {
            throw new Unreadable("the file has more than 10 MB", "Split it.");
        }
        List<SheetRow> rows = isZip(bytes) ? workbookRows(bytes) : csvRows(bytes);
        if (rows.isEmpty()) {
            throw new Unreadable("the file is empty", "Send a header row and one row per order.");
        }
        return rows;
    }

    static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    private static List<SheetRow> csvRows(byte[] bytes) throws Unreadable {
        List<SheetRow> rows = new ArrayList<>();
        var file = new BufferedInputStream(new ByteArrayInputStream(bytes));
        try {
            if (FileStart.of(file) != FileStart.TEXT) {
                throw notUtf8();
            }
            try (CsvRows csv = CsvRows.strict(file, LIMITS)) {
                for (CsvRow row = csv.next(); row != null; row = csv.next()) {
                    add(rows, new SheetRow(row.line(), row.cells()));
                }
            }
        } catch (CsvUnreadable e) {
            throw e.trouble() == CsvUnreadable.Cause.ENCODING ? notUtf8() : notRead(rows);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory are always readable", e);
        }
        return rows;
    }

    private static Unreadable notUtf8() {
        return new Unreadable("the file is not UTF-8", "Save it as \"CSV UTF-8\" or as .xlsx.");
    }

    private static Unreadable notRead(List<SheetRow> rows) {
        return new Unreadable(
                "the file cannot be read below row "
                        + (rows.isEmpty() ? 0 : rows.getLast().number())
                        + ": a double quote is not closed, or a cell is too long",
                "Close the quote; write a double quote inside a text twice.");
    }

    private static void add(List<SheetRow> rows, SheetRow row) throws Unreadable {
        if (row.isBlank()) {
            return;
        }
        if (rows.size() > MAX_ROWS) {
            throw new Unreadable("the file has more than 20,000 rows", "Split it.");
        }
        if (row.cells().size() > MAX_COLUMNS) {
            throw new Unreadable("row " + row.number() + " has more than 100 columns", "Take the template.");
        }
        rows.add(row);
    }

    private static List<SheetRow> workbookRows(byte[] bytes) throws Unreadable {
        refuseBomb(bytes);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
            LocalDate first = workbook.isDate1904() ? FIRST_OF_1904 : FIRST_OF_1900;
            List<SheetRow> rows = new ArrayList<>();
            List<Boolean> dates = new ArrayList<>();
            for (Iterator<Row> each = sheet.iterator(); each.hasNext(); ) {
                Row row = each.next();
                add(rows, new SheetRow(row.getRowNum(), cells(row, dates, first)));
                if (rows.size() == 1 && dates.isEmpty()) {
                    rows.getFirst()
                            .cells()
                            .forEach(header -> dates.add(
                                    ReportColumn.of(header).stream().anyMatch(ReportColumn.ORDER_DATE::equals)));
                }
            }
            return rows;
        } catch (IOException | RuntimeException e) {
            if (e instanceof RuntimeException && !(e instanceof ExcelReaderException) && !isOfFile(e)) {
                throw (RuntimeException) e;
            }
            throw new Unreadable("the file is no workbook that can be read", "Save it as .xlsx anew, or as CSV.");
        }
    }

    /** What the reader throws on a broken part of a workbook. */
    private static boolean isOfFile(Exception e) {
        return Stream.of(e.getStackTrace())
                .limit(12)
                .anyMatch(at -> at.getClassName().startsWith("org.dhatim.")
                        || at.getClassName().startsWith("com.fasterxml.aalto."));
    }

    private static void refuseBomb(byte[] bytes) throws Unreadable {
        byte[] buffer = new byte[1 << 16];
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                        unpacked += read;
                        if (unpacked > MAX_UNPACKED) {
                            throw new Unreadable("the workbook unpacks to more than 100 MB", "Send only the report.");
                        }
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("the file is no workbook that can be read", "Save it as .xlsx anew, or as CSV.");
        }
    }

    private static List<String> cells(Row row, List<Boolean> dates, LocalDate first) {
        List<String> cells = new ArrayList<>();
        int count = Math.min(row.getCellCount(), MAX_COLUMNS + 1);
        for (int i = 0; i < count; i++) {
            boolean isDate = i < dates.size() && dates.get(i);
            cells.add(row.getOptionalCell(i)
                    .map(cell -> text(cell, isDate, first))
                    .orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell, boolean isDate, LocalDate first) {
        if (cell.getType() == CellType.NUMBER
                || cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal) {
            BigDecimal number = (BigDecimal) cell.getValue();
            return isDate ? day(number, first) : number(number);
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return String.valueOf(cell.getValue()).toLowerCase(Locale.ROOT);
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    /** A spreadsheet's number is binary: cents that it shows as 239.95 may stand in the file as 239.95000000000002. */
    private static String number(BigDecimal number) {
        // A spreadsheet holds none beyond 1E308; written out, 1E600000000 would take all memory.
        if (Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS) {
            return number.toString();
        }
        BigDecimal rounded = number.setScale(9, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() <= 0 ? rounded.toBigInteger().toString() : rounded.toPlainString();
    }

    private static String day(BigDecimal number, LocalDate first) {
        long days = number.longValue();
        return days < 1 || days > 200_000
                ? number(number)
                : first.plusDays(days).toString();
    }
}
