package org.opencmas.fees.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/**
 * Workbooks that go out: the empty template, and a file given back as a workbook with what is wrong beside each row. Every cell is
 * written as text, so nothing in it is ever run as a formula, and leading zeros stay.
 */
public final class CheckedReportFile {
    /** Most bytes of a file, inclusive. */
    public static final int MOST_BYTES = ReportFile.MAX_BYTES;

    /** Heads the column of faults; a file that has it can be mended and sent again as it is. */
    static final String FAULTS_TITLE = "What is wrong";

    private CheckedReportFile() {}

    /** A workbook with the header alone. */
    public static byte[] template() {
        return workbook(List.of(titles()));
    }

    /** The header alone as CSV. */
    public static String csvTemplate() {
        return String.join(",", titles()) + "\r\n";
    }

    private static List<String> titles() {
        return Arrays.stream(ReportColumn.values()).map(ReportColumn::title).toList();
    }

    /**
     * Writes the file's rows as they came, each with its faults, as a workbook; of a file that cannot be read, why.
     *
     * @param today the civil date in Los Angeles
     * @return how many faults there are
     */
    public static int withFaults(
            Path file, CmasNumber agreement, CalendarQuarter quarter, LocalDate today, OutputStream to)
            throws IOException {
        var read = new Shape();
        try (ReportFile rows = ReportFile.open(file)) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                read.add(row);
            }
        } catch (ReportFile.Unreadable e) {
            write(to, List.of(List.of(FAULTS_TITLE), List.of(String.valueOf(e.getMessage()))));
            return 1;
        }
        try (ReportFile rows = ReportFile.open(file);
                var workbook = new Workbook(to, "CMAS", "1.0")) {
            return copy(rows, new RowReader(agreement, quarter, today), read.faultsAt(), new Rows(workbook));
        } catch (ReportFile.Unreadable e) {
            throw new IllegalStateException("a file that was read can be read again", e);
        }
    }

    /** Where the column of faults goes: where the file has one, or else behind the longest row. */
    private static final class Shape {
        private int width = 1;
        private int faultsAt = -1;
        private boolean hasHeader;

        void add(SheetRow row) {
            width = Math.max(width, row.cells().size());
            if (!hasHeader) {
                hasHeader = true;
                faultsAt = row.cells().indexOf(FAULTS_TITLE);
            }
        }

        int faultsAt() {
            return faultsAt < 0 ? width : faultsAt;
        }
    }

    private static int copy(ReportFile from, RowReader reader, int faultsAt, Rows to)
            throws IOException, ReportFile.Unreadable {
        SheetRow header = from.next();
        if (header == null) {
            throw new IllegalStateException("a file without a row cannot be read");
        }
        reader.readHeader(header);
        List<RowFault> ofHeader = reader.takeFaults();
        List<String> titles = cells(header, faultsAt, FAULTS_TITLE);
        if (!ofHeader.isEmpty()) {
            titles.add(sentences(ofHeader));
        }
        to.add(titles);
        int total = ofHeader.size();
        for (SheetRow row = from.next(); row != null; row = from.next()) {
            if (ofHeader.isEmpty()) {
                reader.readRow(row);
            }
            List<RowFault> faults = reader.takeFaults();
            to.add(cells(row, faultsAt, sentences(faults)));
            total += faults.size();
        }
        return total;
    }

    private static List<String> cells(SheetRow row, int faultsAt, String faults) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() <= faultsAt) {
            cells.add("");
        }
        cells.set(faultsAt, faults);
        return cells;
    }

    private static String sentences(List<RowFault> faults) {
        return faults.stream().map(CheckedReportFile::sentence).collect(Collectors.joining(" "));
    }

    private static String sentence(RowFault fault) {
        String place = fault.column().isEmpty() ? "" : fault.column() + " ";
        return (place + fault.detail() + ". " + fault.remedy()).strip();
    }

    private static byte[] workbook(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try {
            write(bytes, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(OutputStream to, List<List<String>> rows) throws IOException {
        try (var workbook = new Workbook(to, "CMAS", "1.0")) {
            var sheet = new Rows(workbook);
            for (List<String> row : rows) {
                sheet.add(row);
            }
        }
    }

    /** Rows that are written as they come. */
    private static final class Rows {
        private static final int IN_MEMORY = 500;

        private final Worksheet sheet;
        private int count;

        Rows(Workbook workbook) {
            sheet = workbook.newWorksheet("Report");
            for (int i = 0; i < ReportColumn.values().length; i++) {
                sheet.style(i).format("@").set();
            }
        }

        void add(List<String> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                if (!cells.get(column).isEmpty()) {
                    sheet.inlineString(count, column, CellText.printable(cells.get(column)));
                    sheet.style(count, column).format("@").set();
                }
            }
            if (++count % IN_MEMORY == 0) {
                sheet.flush();
            }
        }
    }
}
