package org.opencmas.registry.pricelist.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.problem.RefusedByRule;

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

    @Test
    void theColumnStandsBehindTheLastOfAll() {
        String sheet = "<row r=\"1\"><c r=\"Z1\"/></row><row r=\"2\"/><row r=\"3\"><c r=\"A3\"/></row>";

        assertThat(MarkedWorkbook.withColumn(sheet, Map.of(2L, "nowhere", 3L, "a < b & c")))
                .isEqualTo("<row r=\"1\"><c r=\"Z1\"/></row><row r=\"2\"/><row r=\"3\"><c r=\"A3\"/>"
                        + "<c r=\"AA3\" t=\"inlineStr\"><is><t>a &lt; b &amp; c</t></is></c></row>");
    }

    @Test
    void aSheetThatMemoryDoesNotHoldIsRefused() throws Exception {
        assertThat(MarkedWorkbook.held(new ByteArrayInputStream(new byte[3]), "sheet1.xml", 3))
                .hasSize(3);
        assertThatThrownBy(() -> MarkedWorkbook.held(new ByteArrayInputStream(new byte[4]), "sheet1.xml", 3))
                .isInstanceOfSatisfying(
                        RefusedByRule.class,
                        refused -> assertThat(refused.detail()).contains("sheet1.xml", "3 bytes"));
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
