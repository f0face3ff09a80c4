package org.opencmas.fees.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/**
 * A file as it was read, with what a test looks at.
 *
 * @param rows the sound ones up to the first fault
 * @param checked the workbook that is given back
 */
record ReadFile(List<ReportedRow> rows, List<RowFault> faults, int totalFaults, int rowsRead, byte[] checked) {
    static final CmasNumber AGREEMENT = CmasNumber.parse("4-20-56-0006B");
    static final CalendarQuarter QUARTER = CalendarQuarter.parse("2026-Q3");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    static ReadFile of(byte[] bytes) {
        try {
            Path file = Files.createTempFile("cmas-test-report-", ".part");
            try {
                Files.write(file, bytes);
                List<ReportedRow> rows = new ArrayList<>();
                ReportReading reading = ReportReading.of(file, AGREEMENT, QUARTER, TODAY, rows::add);
                var checked = new ByteArrayOutputStream();
                CheckedReportFile.withFaults(file, AGREEMENT, QUARTER, TODAY, checked);
                return new ReadFile(
                        rows, reading.faults(), reading.totalFaults(), reading.rowsRead(), checked.toByteArray());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("no database is asked", e);
        }
    }
}
