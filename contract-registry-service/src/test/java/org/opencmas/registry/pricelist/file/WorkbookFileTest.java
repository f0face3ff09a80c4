package org.opencmas.registry.pricelist.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.problem.Fault;
import org.opencmas.registry.pricelist.row.PriceLine;
import org.opencmas.registry.pricelist.row.RowFaults;

@DisplayName("A workbook is read as contractors send it, with all its faults and none other")
class WorkbookFileTest {
    private final RowFaults faults = new RowFaults();
    private final List<PriceLine> lines = new ArrayList<>();

    private WorkbookFile.Read real(String name) throws IOException, SQLException {
        try (InputStream bytes = Files.newInputStream(Path.of("src/test/resources/price-lists", name))) {
            return WorkbookFile.read(bytes, faults, lines::add);
        }
    }

    private WorkbookFile.Read read(byte[] bytes) throws IOException, SQLException {
        return WorkbookFile.read(new ByteArrayInputStream(bytes), faults, lines::add);
    }

    static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            String at = (char) ('A' + i) + Integer.toString(number);
            if (cells[i].startsWith("=")) {
                row.append("<c r=\"%s\"><f>%s</f><v>1</v></c>".formatted(at, cells[i].substring(1)));
            } else if (cells[i].matches("[0-9.E+-]+")) {
                row.append("<c r=\"%s\"><v>%s</v></c>".formatted(at, cells[i]));
            } else if (!cells[i].isEmpty()) {
                row.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, cells[i]));
            }
        }
        return row.append("</row>").toString();
    }

    static byte[] workbook(String visibility, String... rows) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                </Types>""");
        parts.put("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        parts.put("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        parts.put("xl/workbook.xml", """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
                <sheet name="Prices" sheetId="1" r:id="r1" state="%s"/></sheets></workbook>""".formatted(visibility));
        parts.put("xl/worksheets/sheet1.xml", """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>""".formatted(String.join("", rows)));
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static final String TITLES = row(1, "item_id", "description", "unit", "price", "base_price");

    @Test
    @DisplayName("the labour template: two items, its formulas passed over in silence")
    void theLabourTemplate() throws Exception {
        WorkbookFile.Read read = real("r10_example.xlsx");

        assertThat(faults.listed()).isEmpty();
        assertThat(lines).extracting(PriceLine::itemId).containsExactly("Consultant II", "Disposal Services");
        assertThat(lines).extracting(PriceLine::price).containsExactly("90.68", "0.00");
        assertThat(lines).extracting(PriceLine::sin).containsExactly("123-1", "123-2");
        assertThat(lines).extracting(PriceLine::laborYears).containsExactly(2, 0);
        assertThat(read.rows()).isEqualTo(2);
    }

    @Test
    @DisplayName("the schedule 70 template: one item, with the notes beneath it named as passed over")
    void theScheduleTemplate() throws Exception {
        WorkbookFile.Read read = real("s70_example.xlsx");

        assertThat(faults.listed()).isEmpty();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.itemId()).isEqualTo("Project Manager");
            assertThat(line.price()).isEqualTo("115.99");
            assertThat(line.unit()).isEqualTo("Hour");
            assertThat(line.laborEducation()).isEqualTo("Bachelors");
            assertThat(line.laborYears()).isEqualTo(5);
        });
        assertThat(read.passedOver()).anySatisfy(row -> assertThat(row.text()).startsWith("IFF Calculation Example"));
    }

    @Test
    @DisplayName("the template that nobody filled in: titles and no items")
    void theEmptyTemplate() throws Exception {
        real("71_IIK.xlsx");

        assertThat(faults.listed()).extracting(Fault::detail).containsExactly("the workbook has titles and no items");
        assertThat(lines).isEmpty();
    }

    @Test
    void aPriceIsTheDecimalThatAPersonSees() throws Exception {
        read(workbook(
                "visible",
                row(1, "A list of prices"),
                TITLES.replace("\"1\"", "\"3\"").replaceAll("([A-E])1", "$13"),
                row(4, "A-1", "Turf", "each", "544.80999999999995", "544.81"),
                row(5, "77", "Bench", "each", "12")));

        assertThat(faults.listed()).isEmpty();
        assertThat(lines).extracting(PriceLine::price).containsExactly("544.81", "12.00");
        assertThat(lines).extracting(PriceLine::itemId).containsExactly("A-1", "77");
    }

    @Test
    @DisplayName("CON-PRICE-CEILING: a cent above the base price is a fault with sheet, row and column; equal is taken")
    void aCentAboveTheBasePrice() throws Exception {
        read(workbook(
                "visible",
                TITLES,
                row(2, "A-1", "Turf", "each", "10.00", "10.00"),
                row(3, "A-2", "Turf", "each", "10.01", "10.00")));

        assertThat(faults.listed()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/sheets/Prices/rows/3/price");
            assertThat(fault.detail()).contains("10.01", "10.00", "CON-PRICE-CEILING");
        });
    }

    @Test
    void everyFaultIsToldAtOnce() throws Exception {
        read(workbook(
                "visible",
                TITLES,
                row(2, "A-1", "Turf", "each", "=A1+1"),
                row(3, "A-2", "", "each", "1.00"),
                row(4, "123456789012", "Long", "each", "1.00"),
                row(5, "A-3", "Turf", "each", "1.00"),
                row(6, "a-3", "Turf", "each", "1.00")));

        assertThat(faults.listed())
                .extracting(Fault::pointer)
                .containsExactly(
                        "/sheets/Prices/rows/2/price",
                        "/sheets/Prices/rows/3/description",
                        "/sheets/Prices/rows/4/item_id",
                        "/sheets/Prices/rows/6/item_id");
    }

    @Test
    void aHiddenSheetIsNotReadAndThatIsSaid() throws Exception {
        WorkbookFile.Read read = read(workbook("hidden", TITLES, row(2, "A-1", "Turf", "each", "1.00")));

        assertThat(read.passedOver()).singleElement().satisfies(sheet -> {
            assertThat(sheet.sheet()).isEqualTo("Prices");
            assertThat(sheet.text()).contains("hidden");
        });
        assertThat(faults.listed()).hasSize(1);
    }

    @Test
    void whatIsNoWorkbookHoldsMacrosOrUnpacksToTooMuchIsRefused() throws Exception {
        read("item_id,description\n".getBytes(StandardCharsets.UTF_8));
        read(zip(Map.of("a.txt", "x")));
        Map<String, String> macros = new TreeMap<>(Map.of("xl/workbook.xml", "<x/>", "xl/vbaProject.bin", "x"));
        read(zip(macros));
        read(zip(new TreeMap<>(Map.of(
                "xl/workbook.xml",
                "<x/>",
                "xl/sharedStrings.xml",
                "a".repeat((int) WorkbookGuard.MAX_TEXT_BYTES + 1)))));

        assertThat(faults.listed())
                .extracting(Fault::detail)
                .satisfiesExactly(
                        detail -> assertThat(detail).contains("is not a workbook"),
                        detail -> assertThat(detail).contains("is not a workbook"),
                        detail -> assertThat(detail).contains("macros"),
                        detail -> assertThat(detail).contains("unpacks to more", "xl/sharedStrings.xml"));
    }

    @Test
    void aHundredThousandEmptyRowsAreNoItems() throws Exception {
        StringBuilder empty = new StringBuilder();
        for (int i = 3; i < 100_000; i++) {
            empty.append("<row r=\"").append(i).append("\"/>");
        }
        WorkbookFile.Read read =
                read(workbook("visible", TITLES, row(2, "A-1", "Turf", "each", "1.00"), empty.toString()));

        assertThat(read.rows()).isEqualTo(1);
        assertThat(faults.listed()).isEmpty();
    }

    @Test
    @DisplayName(
            "Merged cells of several rows show a value where there is none: each of their rows is told; within one row they are sound")
    void mergedCellsAreSaid() throws Exception {
        byte[] merged = withMerged(
                workbook(
                        "visible",
                        TITLES,
                        row(2, "A-1", "Turf", "each", "1.00"),
                        row(3, "A-2", "", "each", "2.00"),
                        row(4, "A-3", "Mat", "each", "3.00")),
                "B2:B3",
                "B4:C4");
        read(merged);

        assertThat(faults.listed())
                .extracting(Fault::pointer)
                .containsExactly("/sheets/Prices/rows/2/description", "/sheets/Prices/rows/3/description");
        assertThat(faults.listed()).extracting(Fault::detail).allMatch(detail -> detail.contains("merged cells B2:B3"));
    }

    @Test
    void rowsThatCannotBeToldFromEachOtherAreAFaultOfTheFile() throws Exception {
        read(workbook("visible", TITLES, row(2, "A-1", "Turf", "each", "much"), row(2, "A-2", "Turf", "each", "much")));
        assertThat(faults.ofFile()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/sheets/Prices/rows/2");
            assertThat(fault.detail()).isEqualTo("row numbers are not ascending: row 2 stands behind row 2");
        });
        read(workbook("visible", TITLES, row(0, "A-3", "Turf", "each", "much")));
        assertThat(faults.ofFile())
                .last()
                .satisfies(fault -> assertThat(fault.detail()).contains("row 0 stands behind"));
        assertThat(faults.total()).isEqualTo(3);
    }

    @Test
    @DisplayName("A row that comes back after another one is a fault of the file, and nothing behind it is read")
    void aRowThatComesBackIsNoRow() throws Exception {
        read(workbook(
                "visible",
                TITLES,
                row(2, "A-1", "Turf", "each", "1.00"),
                row(3, "A-2", "Turf", "each", "1.00"),
                row(2, "A-3", "Turf", "each", "1.00"),
                row(4, "A-4", "Turf", "each", "much")));
        assertThat(faults.listed())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail())
                        .isEqualTo("row numbers are not ascending: row 2 stands behind row 3"));
    }

    @Test
    @DisplayName("A cell that comes twice in its row is a fault of the file: a price is not the later of two")
    void aCellThatComesTwice() throws Exception {
        read(workbook(
                "visible",
                TITLES,
                row(2, "A-1", "Turf", "each", "1.00"),
                row(3, "A-2", "Turf", "each", "9.00").replace("</row>", "<c r=\"D3\"><v>2.00</v></c></row>"),
                row(4, "A-3", "Turf", "each", "much")));
        assertThat(faults.listed()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/sheets/Prices/rows/3");
            assertThat(fault.detail()).startsWith("one of its cells comes twice");
        });
    }

    @Test
    void twoSheetsOfOneNameAreAFaultOfTheFile() throws Exception {
        byte[] sound = workbook("visible", TITLES, row(2, "A-1", "Turf", "each", "1.00"));
        read(withPart(sound, "xl/workbook.xml", parts -> parts.replaceFirst("(?s)<sheet name.*?/>", "$0$0")));
        assertThat(faults.ofFile())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).isEqualTo("two sheets have the same name"));
    }

    @Test
    void areasBeyondTheMostAreRefusedAtOnce() throws Exception {
        String[] ranges = java.util.stream.IntStream.rangeClosed(0, MergedCells.MOST_AREAS)
                .mapToObj(i -> "A" + (2 * i + 3) + ":A" + (2 * i + 4))
                .toArray(String[]::new);
        byte[] sound = workbook("visible", TITLES, row(2, "A-1", "Turf", "each", "1.00"));
        read(withMerged(sound, java.util.Arrays.copyOf(ranges, MergedCells.MOST_AREAS)));
        assertThat(faults.listed()).isEmpty();
        read(withMerged(sound, ranges));
        assertThat(faults.listed())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).contains("2000 areas"));
    }

    private static byte[] withMerged(byte[] workbook, String... ranges) throws IOException {
        StringBuilder merged = new StringBuilder("</sheetData><mergeCells>");
        for (String range : ranges) {
            merged.append("<mergeCell ref=\"").append(range).append("\"/>");
        }
        return withPart(
                workbook, "xl/worksheets/", sheet -> sheet.replace("</sheetData>", merged.append("</mergeCells>")));
    }

    private static byte[] withPart(byte[] workbook, String part, java.util.function.UnaryOperator<String> change)
            throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (var zip = new java.util.zip.ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                parts.put(entry.getName(), entry.getName().startsWith(part) ? change.apply(text) : text);
            }
        }
        return zip(parts);
    }

    @Test
    @DisplayName("Texts that cells share are held in memory: more than a million are refused, whatever they weigh")
    void sharedTextsAreBounded() throws Exception {
        read(zip(new TreeMap<>(
                Map.of("xl/workbook.xml", "<x/>", "xl/sharedStrings.xml", "<si/>".repeat(WorkbookGuard.MAX_TEXTS)))));
        assertThat(faults.listed()).noneMatch(fault -> fault.detail().contains("different texts"));
        read(zip(new TreeMap<>(Map.of(
                "xl/workbook.xml", "<x/>", "xl/other.xml", "<x:si>" + "<si a=''>".repeat(WorkbookGuard.MAX_TEXTS)))));
        assertThat(faults.listed()).anyMatch(fault -> fault.detail().contains("different texts"));
    }

    @Test
    @DisplayName("A row of 16,384 cells is read, and one of 16,385 is refused before it is held in memory")
    void columnsAreBounded() throws Exception {
        String widest = "<row r=\"3\">" + "<c/>".repeat(WorkbookGuard.MAX_COLUMNS - 1) + "<c r=\"A3\"></c></row>";
        read(workbook("visible", TITLES, widest + "<row r=\"4\"><c/></row>"));
        assertThat(faults.listed()).noneMatch(fault -> fault.detail().contains("columns"));
        read(workbook("visible", TITLES, widest.replace("</row>", "<x:c/></row>")));
        assertThat(faults.listed()).anyMatch(fault -> fault.detail().contains("more than 16,384 columns"));
    }

    @Test
    @DisplayName("A million empty rows are gone through, and refused when there is no item among them")
    void aMillionEmptyRowsAreNoItems() throws Exception {
        StringBuilder empty = new StringBuilder();
        for (int i = 3; i < 1_000_000; i++) {
            empty.append("<row r=\"").append(i).append("\"/>");
        }
        WorkbookFile.Read read = read(workbook("visible", TITLES, empty.toString()));

        assertThat(read.rows()).isZero();
        assertThat(faults.listed()).extracting(Fault::detail).containsExactly("the workbook has titles and no items");
    }
}
