package org.opencmas.fees.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

@DisplayName("RPT-ALL-LOCAL, RPT-PER-CMAS: a file of a report is read row by row, with every fault of every row")
class ReportReadingTest {
    private static final String HEADER =
            "Agency Name,Agency Billing Code,Purchase Order Number,Purchase Order Date,Total Excluding Tax and Freight";

    @TempDir
    Path folder;

    private static ReadFile read(String csv) {
        return read(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadFile read(byte[] file) {
        return ReadFile.of(file);
    }

    private static ReadFile row(String row) {
        return read(HEADER + "\n" + row + "\n");
    }

    @Test
    void headersOfTheOldFormAndAByteOrderMarkAreUnderstood() {
        ReadFile reading = read("\ufeffAGENCY,Bill Code,Number of it,po date,Total PO amount,Tax,Shipping,Reseller\r\n"
                + "City of Lodi,,\"PO-77, Amd. 2\",7/1/2026,\"$1,234.50\",95.67,12.00,Turf Resale LLC\r\n\r\n");
        assertThat(reading.faults())
                .extracting(RowFault::detail)
                .containsExactly("\"Number of it\" is no column of the report", "is missing");

        reading = read("AGENCY,Bill Code,PO No.,po date,Total PO amount,Tax,Shipping,Reseller\n"
                + "City of Lodi,,\"PO-77, Amd. 2\",7/1/2026,\"$1,234.50\",95.67,12.00,Turf Resale LLC\n");
        assertThat(reading.faults()).isEmpty();
        ReportedRow row = reading.rows().getFirst();
        assertThat(row.purchaseOrderNumber()).isEqualTo("PO-77");
        assertThat(row.amendmentNumber()).isEqualTo(2);
        assertThat(row.purchaseOrderDate()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(row.total()).isEqualTo(Usd.of("1234.50"));
        assertThat(row.tax()).isEqualTo(Usd.of("95.67"));
        assertThat(row.freight()).isEqualTo(Usd.of("12.00"));
        assertThat(row.reseller()).isEqualTo("Turf Resale LLC");
        assertThat(row.agencyClass()).isEqualTo(AgencyClass.LOCAL);
    }

    @ParameterizedTest(name = "separated by {0}")
    @ValueSource(strings = {",", ";", "\t"})
    @DisplayName("a file is separated as its header is, and a comma within a number is still no other sign")
    void theSeparator(String separator) {
        ReadFile reading = read("\n" + HEADER.replace(",", separator) + "\n"
                + String.join(separator, "\"Water; Power, and Light\"", "", "PO-1", "7/1/2026", "\"1,234.50\"") + "\n"
                + String.join(separator, "City of Lodi", "", "PO-2", "7/1/2026", "\"1.234,50\"") + "\n");
        assertThat(reading.rows().getFirst().agencyName()).isEqualTo("Water; Power, and Light");
        assertThat(reading.rows().getFirst().total()).isEqualTo(Usd.of("1234.50"));
        assertThat(reading.faults())
                .extracting(RowFault::detail)
                .containsExactly("\"1.234,50\" is no amount in dollars and cents");
    }

    @ParameterizedTest(name = "{0} with code {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "State | 12345  | ",
                "State | 01234  | ",
                "State | 1234   | \"1234\" is not five digits",
                "State | 123456 | \"123456\" is not five digits",
                "State |        | is missing",
                "Local |        | ",
                "Local | 12345  | \"12345\" is there, and a local agency has none",
            })
    @DisplayName("the billing code has five digits for a State department and is empty for a local agency")
    void theBillingCode(String agencyClass, String code, String fault) {
        ReadFile reading = read("State or Local," + HEADER + "\n" + agencyClass + ",Agency,"
                + (code == null ? "" : code) + ",PO-1,2026-07-01,1.00\n");
        assertThat(reading.faults().stream().map(RowFault::detail).toList())
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @ParameterizedTest(name = "amendment {0}, total {1}, fee {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 100.00  | 1.25  | ",
                "0 | 100.00  | 0.00  | ",
                "0 | 0.00    | 0.00  | ",
                "0 | 100.00  | -1.25 | has another sign than the total",
                "1 | -100.00 | -1.25 | ",
                "1 | -100.00 | 0.00  | ",
                "1 | -100.00 | 1.25  | has another sign than the total",
                "1 | 0.00    | -0.01 | has another sign than the total",
            })
    @DisplayName("FEE-AMENDMENTS: a fee has the sign of its total, or is zero")
    void theSignOfTheFee(String amendment, String total, String fee, String fault) {
        ReadFile reading = read("Amendment Number,Incentive Fee," + HEADER + "\n" + amendment + "," + fee
                + ",Agency,,PO-1,2026-07-01," + total + "\n");
        assertThat(reading.faults().stream().map(RowFault::detail).toList())
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-01 | ",
                "2026-09-30 | ",
                "2026-06-30 | ",
                "2026-10-01 | 2026-10-01 is after 2026-Q3",
                "2026-11-22 | 2026-11-22 is in the future",
                "1989-12-31 | must be a day from 1990-01-01 through 2200-12-31",
                "9/31/2026  | \"9/31/2026\" is no date",
                "           | is missing",
            })
    @DisplayName(
            "the date is that of the order, at the latest the quarter's last day; an order found late keeps its own")
    void theDate(String date, String fault) {
        ReadFile reading = row("Agency,,PO-1," + (date == null ? "" : date) + ",1.00");
        assertThat(reading.faults().stream().map(RowFault::detail).toList())
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.56     | 1234.56",
                "$1234.5     | 1234.50",
                "(5.00)      | -5.00",
                "-5          | -5.00",
                "1.005       | ",
                "1.234,56    | ",
                "1e3         | ",
                "=1+1        | ",
            })
    void theAmount(String cell, String amount) {
        ReadFile reading = row("Agency,,PO-1 Amendment 1,2026-07-01,\"" + cell + "\"");
        if (amount == null) {
            assertThat(reading.faults())
                    .extracting(RowFault::column)
                    .containsExactly("Total Excluding Tax and Freight");
        } else {
            assertThat(reading.rows()).extracting(ReportedRow::total).containsExactly(Usd.of(amount));
        }
    }

    @ParameterizedTest(name = "order {0} with a total of {1}: {2} faults")
    @CsvSource({"PO-1, -0.01, 1", "PO-1, 0.00, 0", "PO-1, 0.01, 0", "PO-1 Amendment 1, -0.01, 0"})
    @DisplayName("FEE-AMENDMENTS: only an amendment takes away; a total below zero of an original order is a fault")
    void aNegativeTotal(String order, String total, int faults) {
        assertThat(row("Agency,," + order + ",2026-07-01," + total).faults()).hasSize(faults);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"1,234.56\",,            | ",
                "1,234.56,,                | has 8 cells where the header has 7",
                "1,234.56,77.50,20.00      | has 8 cells where the header has 7",
                "1234.56,77.50,20.00,      | has 8 cells where the header has 7",
                "1234.56,77.50,20.00,Note  | has 8 cells where the header has 7",
                "1234.56,77.50             | ",
            })
    @DisplayName("an amount whose comma parts it in two is refused, never read as its thousands with the rest as tax")
    void moreCellsThanTheHeader(String cells, String fault) {
        ReadFile reading = read(HEADER + ",Sales Tax,Freight\nAgency,,PO-1,2026-07-01," + cells + "\n");
        assertThat(reading.faults().stream().map(RowFault::detail).toList())
                .isEqualTo(fault == null ? List.of() : List.of(fault));
        if (fault == null) {
            assertThat(reading.rows()).extracting(ReportedRow::total).containsExactly(Usd.of("1234.56"));
        }
    }

    @ParameterizedTest(name = "header {0}, cell {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Freight,,      | 20.00,,Note | \"Note\" stands under no title",
                "Freight,,      | 20.00,,     | ",
                "Freight,What is wrong | 20.00,Note | ",
            })
    @DisplayName("what stands under no title is told, and never left out of the report")
    void cellsUnderNoTitle(String header, String cells, String fault) {
        ReadFile reading = read(HEADER + "," + header + "\nAgency,,PO-1,2026-07-01,1.00," + cells + "\n");
        assertThat(reading.faults().stream().map(RowFault::detail).toList())
                .isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "A,,PO-1,2026-07-01,1.00,\"1 Main St\nB,,PO-2,2026-07-02,2000.00,x\n",
                "A,,PO-1,2026-07-01,1.00,\"1 Main St\nB,,PO-2,7/2/2026,2000.00,5\"\n",
                "A,,PO-1,2026-07-01,1.00,\"1 Main St\r\nB,,PO-2,no day,2000.00,x\r\nC,,PO-3,2026-07-03,3.00,y\"\r\n",
                "\"A,,PO-1,2026-07-01,1.00,\nB\",,PO-2,2026-07-02,2000.00,x\n",
            })
    @DisplayName("RPT-ALL-LOCAL: a quote that is not closed never takes orders out of the report")
    void aQuoteThatIsNotClosed(String rows) {
        ReadFile reading = read(HEADER + ",Agency Address\n" + rows);
        assertThat(reading.faults())
                .extracting(RowFault::detail)
                .containsExactly("row 2 opens a double quote that is not closed in it, and took in other rows");
    }

    @Test
    void aTextOfSeveralLinesIsSound() {
        ReadFile reading =
                read(HEADER + ",Agency Address\nA,,PO-1,2026-07-01,1.00,\"1 Main St\nLodi, CA, 95240\nUSA\"\n");
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.rows()).hasSize(1);
    }

    @Test
    void allFaultsAreTold() {
        ReadFile reading = read("CMAS Number," + HEADER + "\n" + "4-20-56-0006A,,,PO-1,2026-07-01,x\n"
                + "4-20-56-0006B,Agency,,PO-1,2026-07-01,1.00\n" + "#4-20-56-0006B,agency,,po-1,2026-07-01,1.00\n"
                + ",Agency,,PO-1 Amendment 1,2026-07-01,1.00\n");
        assertThat(reading.faults())
                .extracting(fault -> fault.row() + " " + fault.column() + " " + fault.detail())
                .containsExactly(
                        "2 CMAS Number \"4-20-56-0006A\" is not 4-20-56-0006B, whose report this is",
                        "2 Agency Name is missing",
                        "2 Total Excluding Tax and Freight \"x\" is no amount in dollars and cents",
                        "4 Purchase Order Number names the same order and amendment as row 3");
        assertThat(reading.rows()).as("rows before the first fault").isEmpty();
        assertThat(reading.rowsRead()).isEqualTo(4);
        assertThat(reading.totalFaults()).isEqualTo(4);
    }

    @Test
    void aWorkbookReadsAsItsCsv() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet1");
            String[] header = HEADER.split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(2, 0, "Department of Justice");
            sheet.value(2, 1, "01234");
            sheet.value(2, 2, new BigDecimal("4500012345"));
            sheet.value(2, 3, LocalDate.of(2026, 7, 1));
            sheet.value(2, 4, new BigDecimal("239.95"));
        }
        ReadFile reading = read(bytes.toByteArray());
        assertThat(reading.faults()).isEmpty();
        ReportedRow row = reading.rows().getFirst();
        assertThat(row.purchaseOrderNumber()).isEqualTo("4500012345");
        assertThat(row.agencyBillingCode()).isEqualTo("01234");
        assertThat(row.purchaseOrderDate()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(row.total()).isEqualTo(Usd.of("239.95"));
    }

    @Test
    @DisplayName("a number that no spreadsheet writes is a fault of its cell and not a text of 600 million digits")
    void aNumberThatNoSpreadsheetWritesIsAFault() throws IOException {
        for (String number : List.of("1E600000000", "-1E600000000", "1E-600000000")) {
            var bytes = new ByteArrayOutputStream();
            try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
                Worksheet sheet = workbook.newWorksheet("Sheet1");
                String[] header = HEADER.split(",");
                for (int i = 0; i < header.length; i++) {
                    sheet.value(0, i, header[i]);
                }
                sheet.value(1, 0, "Agency");
                sheet.value(1, 2, "PO-1");
                sheet.value(1, 3, 987654);
                sheet.value(1, 4, 987654);
            }
            assertThat(read(rewritten(bytes.toByteArray(), "<v>987654</v>", "<v>" + number + "</v>"))
                            .faults())
                    .extracting(RowFault::column)
                    .containsExactly("Purchase Order Date", "Total Excluding Tax and Freight");
        }
    }

    private static byte[] rewritten(byte[] workbook, String from, String to) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
                var out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                        .replace(from, to)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void anOrderNumberOfAMillionBlanksIsAFaultAtOnce() {
        assertThat(row("Agency,,PO" + " ".repeat(1_000_000) + "1,2026-07-01,1.00")
                        .faults())
                .extracting(RowFault::detail)
                .containsExactly("has more than 200 characters");
    }

    @Test
    @DisplayName("a file has 250,000 rows at most, the header not counted; empty rows are none")
    void theMostRows() throws IOException, SQLException {
        var file = new StringBuilder(HEADER);
        for (int i = 1; i <= ReportFile.MAX_ROWS; i++) {
            file.append("\n\nAgency,,PO-").append(i).append(",2026-07-01,1.00");
        }
        assertThat(readOnly(file.toString()).faults()).isEmpty();
        assertThat(readOnly(file + "\nAgency,,PO-0,2026-07-01,1.00").faults())
                .extracting(RowFault::detail)
                .containsExactly("the file has more than 250,000 rows");
    }

    /** Without the workbook that is given back. */
    private ReportReading readOnly(String csv) throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("report.csv"), csv);
        return ReportReading.of(file, ReadFile.AGREEMENT, ReadFile.QUARTER, ReadFile.TODAY, row -> {});
    }

    @Test
    @DisplayName("of a file that begins with more than 1,000 empty rows no more is read")
    void theMostEmptyRowsAboveTheHeader() throws IOException {
        String file = HEADER + "\nAgency,,PO-1,2026-07-01,1.00";
        assertThat(read("\n".repeat(ReportFile.MAX_EMPTY_FIRST) + file).faults())
                .isEmpty();
        var bytes = new ByteArrayOutputStream();
        bytes.write(("\r\n".repeat(1_000_000) + file).getBytes(StandardCharsets.US_ASCII));
        // Who went on to here would say that the file is no text.
        bytes.write(0xff);
        assertThat(read(bytes.toByteArray()).faults())
                .extracting(RowFault::detail)
                .containsExactly("the first 1,000 rows of the file are empty");
    }

    @Test
    void whatIsNoFileOfAReportIsRefusedAsAWhole() throws IOException {
        assertThat(read("").faults()).extracting(RowFault::row).containsExactly(0L);
        assertThat(read(new byte[] {(byte) 0xff, (byte) 0xfe, 'A', 0}).faults()).hasSize(1);
        assertThat(read("PK\u0003\u0004nonsense").faults()).hasSize(1);
        assertThat(read(HEADER + "\n\"open,,,\n").faults()).isNotEmpty();
        assertThat(read("a".repeat(ReportFile.MAX_BYTES + 1)).faults()).hasSize(1);
    }

    @Test
    @DisplayName("a workbook that would take more memory than there is, is refused before it is read")
    void whatUnpacksToMuchIsRefused() throws IOException {
        byte[] rows = "<row><c/></row>".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        assertThat(read(zip("xl/worksheets/sheet1.xml", rows, 1 + (int) (WorkbookGuard.MAX_SHEET_BYTES / rows.length)))
                        .faults())
                .extracting(RowFault::detail)
                .containsExactly("the sheets of the workbook unpack to more than 300 MB");
        byte[] texts = "<si><t/></si>".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        assertThat(read(zip("xl/sharedStrings.xml", texts, 1 + (int) (WorkbookGuard.MAX_HELD_BYTES / texts.length)))
                        .faults())
                .extracting(RowFault::detail)
                .containsExactly("the workbook without its sheets unpacks to more than 32 MB");
        byte[] cells = "<c/>".repeat(1 << 18).getBytes(StandardCharsets.US_ASCII);
        for (String part : List.of("xl/worksheets/sheet1.xml", "xl/other.xml", "xl/sharedStrings.xml")) {
            assertThat(read(zip(part, cells, 4)).faults())
                    .extracting(RowFault::detail)
                    .containsExactly("a row or a text of the workbook has more than 4 MB, at " + part);
        }
        byte[] hidden = "<!-- <row> --><c/><row><c/>".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        assertThat(read(zip("xl/worksheets/sheet1.xml", hidden, 3)).faults())
                .extracting(RowFault::detail)
                .containsExactly("a row or a text of the workbook has more than 4 MB, at xl/worksheets/sheet1.xml");
        byte[] foreign = "<row><c/></row>".getBytes(StandardCharsets.US_ASCII);
        assertThat(read(zip("xl/sharedStrings.xml", foreign, 1)).faults())
                .extracting(RowFault::detail)
                .containsExactly("the file is no workbook that can be read");
    }

    private static byte[] zip(String part, byte[] piece, int times) throws IOException {
        var zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry(part));
            for (int i = 0; i < times; i++) {
                out.write(piece);
            }
        }
        return zip.toByteArray();
    }

    @Test
    @DisplayName(
            "the file comes back with what is wrong beside each row, as text that is never run, and can be sent again")
    void theFileIsGivenBack() throws IOException {
        byte[] sent = (HEADER + "\n=cmd|' /C calc'!A0,,PO-1,2026-07-01,1.00\nAgency,1234,PO-2,x,1.00\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] back = read(sent).checked();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(back))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(5)).isEqualTo("What is wrong");
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("'=cmd|' /C calc'!A0");
            assertThat(rows.get(2).getCellText(5)).contains("\"x\" is no date");
        }
        ReadFile again = read(back);
        assertThat(again.rowsRead()).isEqualTo(2);
        assertThat(again.rows()).extracting(ReportedRow::agencyName).containsExactly("=cmd|' /C calc'!A0");
    }

    @Test
    void theTemplateIsAReportWithoutRows() {
        assertThat(read(CheckedReportFile.template()).faults()).isEmpty();
        assertThat(read(CheckedReportFile.csvTemplate()).faults()).isEmpty();
        assertThat(read(CheckedReportFile.template()).rowsRead()).isZero();
    }
}
