package org.opencmas.registry.pricelist.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.registry.pricelist.row.RowFaults;

@DisplayName("A workbook is given back with a column that says what is wrong")
class MarkedWorkbookTest {
    private static byte[] marked(byte[] workbook, int faults) throws Exception {
        var out = new ByteArrayOutputStream();
        assertThat(MarkedWorkbook.mark(new ByteArrayInputStream(workbook), out)).isEqualTo(faults);
        return out.toByteArray();
    }

    private static List<Row> rows(byte[] workbook) throws Exception {
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return read.getFirstSheet().read();
        }
    }

    @Test
    void eachFaultyRowSaysWhatIsWrongBehindItsLastCell() throws Exception {
        byte[] sent = WorkbookFileTest.workbook(
                "visible",
                WorkbookFileTest.row(1, "item_id", "description", "unit", "price", "base_price"),
                WorkbookFileTest.row(2, "A-1", "Turf", "each", "10.00", "10.00"),
                WorkbookFileTest.row(3, "A-2", "Turf", "each", "10.01", "10.00"),
                WorkbookFileTest.row(4, "A-3", "", "each", "a lot"));

        List<Row> rows = rows(marked(sent, 3));

        assertThat(rows.get(1).getOptionalCell(5)).isEmpty();
        assertThat(rows.get(2).getCellText(5)).startsWith("price: \"10.01\"").contains("CON-PRICE-CEILING", "Lower");
        assertThat(rows.get(3).getCellText(5)).contains("description:", "is empty", "price:", "is not a number");
        assertThat(rows.get(3).getCellText(3)).isEqualTo("a lot");
    }

    @Test
    void aSoundWorkbookComesBackAsItWas() throws Exception {
        byte[] sent = Files.readAllBytes(Path.of("src/test/resources/price-lists/s70_example.xlsx"));

        byte[] back = marked(sent, 0);

        var faults = new RowFaults();
        WorkbookFile.Read read = WorkbookFile.read(new ByteArrayInputStream(back), faults, line -> {});
        assertThat(faults.isEmpty()).isTrue();
        assertThat(read.rows()).isEqualTo(1);
    }

    private static String marked(String sheet, Map<Long, String> texts) throws Exception {
        var out = new ByteArrayOutputStream();
        SheetMarks.copy(bytes(sheet), out, SheetMarks.columnBehindLast(bytes(sheet)), texts);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream bytes(String sheet) {
        return new ByteArrayInputStream(sheet.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theColumnStandsBehindTheLastOfAll() throws Exception {
        String sheet = "<row r=\"1\"><c r=\"Z1\"/></row><row r=\"2\"/><row r=\"3\"><c r=\"A3\"/></row>";

        assertThat(marked(sheet, Map.of(2L, "nowhere", 3L, "a < b & \u00e9")))
                .isEqualTo("<row r=\"1\"><c r=\"Z1\"/></row><row r=\"2\"/><row r=\"3\"><c r=\"A3\"/>"
                        + "<c r=\"AA3\" t=\"inlineStr\"><is><t>a &lt; b &amp; \u00e9</t></is></c></row>");
    }

    @Test
    @DisplayName(
            "A sheet of any length is copied byte by byte: long texts and tags stay, and so do signs beyond ASCII and prefixes of names")
    void whatIsNotMarkedStays() throws Exception {
        String sheet =
                "<?xml version=\"1.0\"?><x:row r=\"7\" note=\"" + "\u00e9".repeat(20_000) + "\"><x:c r=\"B7\"><x:t>"
                        + "\u4e00".repeat(40_000) + "</x:t></x:c></x:row ><x:row r=\"8\"><x:c r=\"C8\"/></x:row>";

        assertThat(marked(sheet, Map.of())).isEqualTo(sheet);
        assertThat(marked(sheet, Map.of(8L, "wrong")))
                .isEqualTo(sheet.replace(
                        "<x:c r=\"C8\"/>",
                        "<x:c r=\"C8\"/><x:c r=\"D8\" t=\"inlineStr\"><x:is><x:t>wrong</x:t></x:is></x:c>"));
    }

    @Test
    void whatHasNoRowsToMarkIsRefusedWithTheReason() throws Exception {
        byte[] empty = Files.readAllBytes(Path.of("src/test/resources/price-lists/71_IIK.xlsx"));

        assertThatThrownBy(() -> MarkedWorkbook.mark(new ByteArrayInputStream(empty), new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(
                        RefusedByRule.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.detail()).contains("no items")));
    }
}
