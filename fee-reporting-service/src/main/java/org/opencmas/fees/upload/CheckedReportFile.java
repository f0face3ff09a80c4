package org.opencmas.fees.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

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

    /** The file's rows as they came, each with its faults. */
    public static byte[] withFaults(byte[] file, ReportReading reading) {
        Map<Long, String> faults = reading.faults().stream()
                .collect(Collectors.groupingBy(
                        RowFault::row, Collectors.mapping(CheckedReportFile::sentence, Collectors.joining(" "))));
        List<List<String>> rows = new ArrayList<>();
        try {
            List<SheetRow> sheet = ReportFile.rows(file);
            int width = Math.max(
                    1, sheet.stream().mapToInt(row -> row.cells().size()).max().orElse(1));
            int faultsAt = faultsColumn(sheet.getFirst(), width);
            sheet.forEach(row -> rows.add(withFault(row, faultsAt, row == sheet.getFirst(), faults)));
        } catch (ReportFile.Unreadable e) {
            rows.add(List.of(FAULTS_TITLE));
            rows.add(List.of(String.valueOf(e.getMessage())));
        }
        return workbook(rows);
    }

    private static int faultsColumn(SheetRow header, int width) {
        int before = header.cells().indexOf(FAULTS_TITLE);
        return before < 0 ? width : before;
    }

    private static List<String> withFault(SheetRow row, int faultsAt, boolean isHeader, Map<Long, String> faults) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() <= faultsAt) {
            cells.add("");
        }
        String fault = faults.getOrDefault(row.number(), "");
        cells.set(faultsAt, isHeader ? FAULTS_TITLE : fault);
        if (isHeader && !fault.isEmpty()) {
            cells.add(fault);
        }
        return cells;
    }

    private static String sentence(RowFault fault) {
        String place = fault.column().isEmpty() ? "" : fault.column() + " ";
        return (place + fault.detail() + ". " + fault.remedy()).strip();
    }

    private static byte[] workbook(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "CMAS", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Report");
            for (int i = 0; i < ReportColumn.values().length; i++) {
                sheet.style(i).format("@").set();
            }
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        sheet.value(row, column, CellText.printable(cells.get(column)));
                        sheet.style(row, column).format("@").set();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
