package org.opencmas.fees.upload;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/**
 * What a file was found to be, once all of it was read row by row.
 *
 * @param faults the first {@value #LISTED} in the order of the file; none when it can be taken over
 * @param totalFaults how many there are
 * @param rowsRead the header not counted
 */
public record ReportReading(List<RowFault> faults, int totalFaults, int rowsRead) {
    /** Most faults that are listed; the workbook that is given back has all. */
    static final int LISTED = 1_000;

    public ReportReading {
        faults = List.copyOf(faults);
    }

    /** Takes the sound rows of a file in its order, until its first fault. */
    public interface Rows {
        void take(ReportedRow row) throws SQLException;
    }

    /**
     * Reads a file of a report to its end, so that all faults are known at once. When it cannot be read to its end, or has not the right
     * columns, that alone is told.
     *
     * @param today the civil date in Los Angeles
     */
    public static ReportReading of(
            Path file, CmasNumber agreement, CalendarQuarter quarter, LocalDate today, Rows sound)
            throws IOException, SQLException {
        try (ReportFile rows = ReportFile.open(file)) {
            var reader = new RowReader(agreement, quarter, today);
            SheetRow row = rows.next();
            if (row == null) {
                throw new IllegalStateException("a file without a row cannot be read");
            }
            reader.readHeader(row);
            List<RowFault> ofHeader = reader.takeFaults();
            return ofHeader.isEmpty()
                    ? readRows(rows, reader, sound)
                    : new ReportReading(ofHeader.stream().limit(LISTED).toList(), ofHeader.size(), 0);
        } catch (ReportFile.Unreadable e) {
            return new ReportReading(List.of(e.fault()), 1, 0);
        }
    }

    private static ReportReading readRows(ReportFile rows, RowReader reader, Rows sound)
            throws ReportFile.Unreadable, IOException, SQLException {
        List<RowFault> listed = new ArrayList<>();
        int total = 0;
        int rowsRead = 0;
        for (SheetRow row = rows.next(); row != null; row = rows.next()) {
            rowsRead++;
            Optional<ReportedRow> read = reader.readRow(row);
            for (RowFault fault : reader.takeFaults()) {
                total++;
                if (listed.size() < LISTED) {
                    listed.add(fault);
                }
            }
            if (read.isPresent() && total == 0) {
                sound.take(read.get());
            }
        }
        return new ReportReading(listed, total, rowsRead);
    }
}
