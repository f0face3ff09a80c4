package org.opencmas.fees.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.testkit.cost.HangGuard;

/**
 * 50,000 rows in 28 MB of heap; with {@code ./cmas soak} the most rows in 64 MB, a quarter of the service's. Both leave some 150 bytes for a
 * row: a reader that held its rows would need more.
 */
@HangGuard
@DisplayName("RPT-ALL-LOCAL: a report of many rows is read, and given back, in memory that does not grow with them")
class LargeReportTest {
    private static final int ROWS = Integer.getInteger("report.rows", 50_000);
    private static final String HEAP = ROWS > 50_000 ? "64m" : "28m";
    private static final List<String> TITLES = List.of(
            "Agency Name",
            "Agency Billing Code",
            "Purchase Order Number",
            "Purchase Order Date",
            "Total Excluding Tax and Freight",
            "Sales Tax",
            "Freight");

    @TempDir
    Path folder;

    private static List<String> row(int number) {
        return List.of(
                "City of Galt " + number % 500,
                "",
                "PO-2026-" + number,
                "2026-07-01",
                number % 9_000 + ".50",
                "1.25",
                "");
    }

    private static void csv(Path file) throws IOException {
        try (BufferedWriter to = Files.newBufferedWriter(file)) {
            to.write(String.join(",", TITLES) + "\n");
            for (int i = 1; i <= ROWS; i++) {
                to.write(String.join(",", row(i)) + "\n");
            }
        }
    }

    /** As a spreadsheet program writes it: texts stand apart, and cells share them. */
    private static void workbook(Path file) throws IOException {
        try (OutputStream to = Files.newOutputStream(file);
                var workbook = new Workbook(to, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Report");
            for (int row = 0; row <= ROWS; row++) {
                List<String> cells = row == 0 ? TITLES : row(row);
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isEmpty()) {
                        sheet.value(row, column, cells.get(column));
                    }
                }
                if (row % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    /** Reads the file and writes it with its faults; in a process of its own. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        int[] rows = new int[1];
        ReportReading reading =
                ReportReading.of(file, ReadFile.AGREEMENT, ReadFile.QUARTER, ReadFile.TODAY, row -> rows[0]++);
        int faults = CheckedReportFile.withFaults(
                file, ReadFile.AGREEMENT, ReadFile.QUARTER, ReadFile.TODAY, OutputStream.nullOutputStream());
        System.out.println(reading.rowsRead() + " rows, " + rows[0] + " sound, " + faults + " faults");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"report.csv", "report.xlsx"})
    void isReadInLittleMemory(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        if (name.endsWith("csv")) {
            csv(file);
        } else {
            workbook(file);
        }
        Process reading = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeReportTest.class.getName(),
                        file.toString()))
                .redirectErrorStream(true)
                .start();
        String said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(reading.waitFor()).as(said).isZero();
        assertThat(said).contains(ROWS + " rows, " + ROWS + " sound, 0 faults");
    }
}
