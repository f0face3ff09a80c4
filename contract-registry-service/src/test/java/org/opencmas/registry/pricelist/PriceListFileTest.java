package org.opencmas.registry.pricelist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.problem.Fault;
import org.opencmas.registry.pricelist.file.PriceListFile;
import org.opencmas.registry.pricelist.row.ItemKind;
import org.opencmas.registry.pricelist.row.PriceLine;
import org.opencmas.registry.pricelist.row.RowFaults;

@DisplayName("A price list file is taken as a whole or refused with every fault it has")
class PriceListFileTest {
    private static final String HEADER = "item_id,description,unit,price,base_price,sin,kind\n";

    private final RowFaults faults = new RowFaults();
    private final List<PriceLine> lines = new ArrayList<>();

    private long read(byte[] file) {
        try {
            return PriceListFile.read(new ByteArrayInputStream(file), faults, lines::add);
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long read(String file) {
        return read(file.getBytes(UTF_8));
    }

    private List<String> pointers() {
        return faults.listed().stream().map(Fault::pointer).toList();
    }

    @Test
    void aSoundFileGivesItsLinesInOrder() {
        long rows = read(HEADER + "A-1,\"Turf, green\",sq ft,7.25,7.50,,GOODS\nB-2,Café table,each,10,,33-411,\n");
        assertThat(rows).isEqualTo(2);
        assertThat(faults.isEmpty()).isTrue();
        assertThat(lines)
                .containsExactly(
                        new PriceLine("A-1", "Turf, green", "sq ft", "7.25", "7.50", null, ItemKind.GOODS, null, null),
                        new PriceLine("B-2", "Café table", "each", "10.00", null, "33-411", null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A-1,Turf,each,1,234.56,,,", "A-1,Turf,each,1,234.56,77,GOODS,", "A-1,Turf,each,12.50,,,,x"})
    @DisplayName("A price such as 1,234.56 without quotes is two cells, and never 1 with a base price of 234.56")
    void aPriceWithACommaIsRefused(String row) {
        read(HEADER + row + "\n");
        assertThat(lines).isEmpty();
        assertThat(faults.listed())
                .singleElement()
                .extracting(Fault::pointer, Fault::detail)
                .containsExactly("/rows/2", "has 8 cells where the header has 7");
    }

    @Test
    void emptyCellsBehindTheLastNameAreThoseOfTheHeader() {
        read(HEADER.replace("\n", ",,\n") + "A-1,Turf,each,7.25,,,GOODS,,\nB-2,Infill,each,1.00,,,GOODS\n");
        assertThat(faults.listed()).isEmpty();
        assertThat(lines).hasSize(2);
    }

    @Test
    void columnsMayStandInAnyOrderAndOptionalOnesMayBeMissing() {
        read("price,unit,item_id,description,labor_years,labor_education\n120.5,hour,L1,Architect,8,Bachelors\n");
        assertThat(lines)
                .containsExactly(new PriceLine("L1", "Architect", "hour", "120.50", null, null, null, "Bachelors", 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Item Number,Description,Unit of Issue,Unit Price",
                "ITEM ID,Item Description,UOM,Price",
                "SKU,Product Name,Unit of Measure,CMAS Price",
                "Mfr. Part No.,Product Description,UOI,Net Price",
                "Part #,Item_Name,U/M,CMAS Unit Price",
                "item_id,description,unit,unit_price"
            })
    @DisplayName("Columns are known by what contractors call them in lists of their own")
    void contractorsTitlesAreKnown(String titles) {
        read("Price list of Example Supplies\n\n" + titles + ",Warehouse\nA-1,Turf,each,7.25,Lodi\n");
        assertThat(faults.listed()).isEmpty();
        assertThat(lines).containsExactly(new PriceLine("A-1", "Turf", "each", "7.25", null, null, null, null, null));
    }

    @Test
    @DisplayName("A price of the GSA is the base contract's, and never the one that a buyer pays")
    void theBasePriceIsNoPrice() {
        read("Item Number,Description,Unit,GSA Price,CMAS Price\nA-1,Turf,each,7.50,7.25\n");
        assertThat(lines).containsExactly(new PriceLine("A-1", "Turf", "each", "7.25", "7.50", null, null, null, null));
        lines.clear();
        read("Item Number,Description,Unit,GSA Price\nA-1,Turf,each,7.50\n");
        assertThat(lines).isEmpty();
        assertThat(pointers()).contains("/rows/1/price");
    }

    @Test
    @DisplayName("Where two columns could be the price, neither is taken")
    void twoPricesAreNone() {
        read("Item Number,Description,Unit,Unit Price,Net Price\nA-1,Turf,each,7.25,7.00\n");
        assertThat(lines).isEmpty();
        assertThat(faults.listed()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/rows/1/price");
            assertThat(fault.detail()).contains("Unit Price", "Net Price");
        });
    }

    @Test
    void aByteOrderMarkOfUtf8IsTaken() {
        read("\uFEFF" + HEADER + "A,Turf,each,1.00,,,\n");
        assertThat(faults.isEmpty()).isTrue();
        assertThat(lines).hasSize(1);
    }

    @Test
    void windowsLineEndsBlankRowsAndLineBreaksWithinQuotesAreTaken() {
        read((HEADER + "A,\"Two\nlines\",each,1.00,,,\n\n,,,,,,\nB,Other,each,2.00,,,\n").replace("\n", "\r\n"));
        assertThat(faults.listed()).isEmpty();
        assertThat(lines).extracting(PriceLine::description).containsExactly("Two lines", "Other");
    }

    @Test
    void wrongHeadersAreNamedAllAtOnce() {
        read("item,description,unit,unit,price\n1,2,3,4,5\n");
        assertThat(pointers()).containsExactly("/rows/1/item", "/rows/1/unit", "/rows/1/item_id");
        assertThat(lines).isEmpty();
    }

    @Test
    void semicolonsAreRecognized() {
        read("item_id;description;unit;price\n");
        assertThat(faults.listed().getFirst().remedy()).contains("commas");
    }

    @Test
    void anEmptyFileIsRefused() {
        read("");
        assertThat(faults.listed()).singleElement().extracting(Fault::detail).isEqualTo("the file is empty");
    }

    @Test
    void aHeaderWithoutItemsIsRefused() {
        read(HEADER);
        assertThat(faults.listed())
                .singleElement()
                .extracting(Fault::detail)
                .isEqualTo("the file has a header and no items");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0        | true  | zero is a price
            0.000001 | true  | six decimals
            0.0000001| false | seven decimals
            -0.01    | false | negative
            +1.00    | false | a sign
            1,250.00 | false | a thousands separator
            $1250    | false | a currency sign
            call     | false | text
            1e3      | false | an exponent
            .5       | false | no digit before the point
            5.       | false | no digit after the point
            =1+1     | false | a formula
            999999999999.999999 | true | twelve digits
            1000000000000       | false | thirteen digits
            """)
    void aPriceIsAPlainNumberOfAtMostSixDecimals(String price, boolean taken, String why) {
        read(HEADER + "A,Turf,each,\"" + price + "\",,,\n");
        assertThat(faults.isEmpty()).as(why).isEqualTo(taken);
        assertThat(lines).hasSize(taken ? 1 : 0);
    }

    @ParameterizedTest(name = "price {0} on a base price of 10.00: {1}")
    @CsvSource({"9.99, true", "10.00, true", "10, true", "10.000001, false", "10.01, false"})
    @DisplayName("CON-PRICE-CEILING: a CMAS price is at most the base price; equal is allowed")
    void aPriceIsAtMostTheBasePrice(String price, boolean taken) {
        read(HEADER + "A,Turf,each," + price + ",10.00,,\n");
        assertThat(faults.isEmpty()).isEqualTo(taken);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            =HYPERLINK("http://x") | false
            +cmd                   | false
            -2+3                   | false
            @SUM(A1)               | false
            -40                    | true
            +12.5                  | true
            Turf = grass           | true
            """)
    void aFormulaInATextIsRefusedAndANegativeNumberIsNone(String description, boolean taken) {
        read(HEADER + "A,\"" + description.replace("\"", "\"\"") + "\",each,1.00,,,\n");
        assertThat(faults.isEmpty()).isEqualTo(taken);
    }

    @Test
    void everyFaultOfEveryRowIsReportedWithRowColumnValueAndRemedy() {
        long rows = read(HEADER
                + "A,Turf,each,abc,,,\n"
                + ",No id,each,-1,0.5,,THINGS\n"
                + "A,Again,each,1.00,,,\n"
                + "B,Short\n"
                + "C,Sound,each,1.00,,,\n");
        assertThat(rows).isEqualTo(5);
        assertThat(pointers())
                .containsExactly(
                        "/rows/2/price",
                        "/rows/3/item_id",
                        "/rows/3/price",
                        "/rows/3/kind",
                        "/rows/4/item_id",
                        "/rows/5");
        assertThat(faults.listed().getFirst())
                .isEqualTo(new Fault(
                        "/rows/2/price", "\"abc\" is not a number", "Write digits and a point only, as 1234.50."));
        assertThat(faults.listed())
                .allSatisfy(fault -> assertThat(fault.remedy()).isNotBlank());
        assertThat(lines).as("none after the first fault").isEmpty();
    }

    @Test
    void faultsBeyondAThousandAreCountedAndNotListed() {
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < 1_500; i++) {
            file.append('A').append(i).append(",Turf,each,abc,,,\n");
        }
        read(file.toString());
        assertThat(faults.total()).isEqualTo(1_500);
        assertThat(faults.listed()).hasSize(1_000);
    }

    @Test
    void latin1IsRefusedAtEachCellThatShowsIt() {
        read((HEADER + "A,Café table,each,1.00,,,\nB,Plain,each,x,,,\n").getBytes(ISO_8859_1));
        assertThat(pointers()).containsExactly("/rows/2/description", "/rows/3/price");
        assertThat(faults.listed().getFirst().detail()).contains("not UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void utf16AndUtf32AreRefusedWithOrWithoutAMark(String charset) {
        read((HEADER + "A,Turf,each,1.00,,,\n").getBytes(Charset.forName(charset)));
        assertThat(faults.listed())
                .singleElement()
                .satisfies(fault -> assertThat(fault.remedy()).contains("CSV UTF-8"));
    }

    @Test
    void aSpreadsheetFileIsRecognized() {
        read(new byte[] {'P', 'K', 3, 4, 20, 0});
        assertThat(faults.listed().getFirst().detail()).contains("spreadsheet");
    }

    @Test
    void aQuoteThatIsNotClosedIsReportedWhereTheRowBegins() {
        read(HEADER + "A,Turf,each,1.00,,,\nB,\"open,each,1.00,,,\nC,Turf,each,1.00,,,\n");
        assertThat(pointers()).containsExactly("/rows/3");
    }

    @DisplayName(
            "A quote opened by mistake is found at the row that opens it, not published with the price of another row")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            closed three rows below | A-1,"Panel 8 ft,each,1.00,,,;B-2,Door,each,2.00,,,;C-3,Pane,each,3.00,,,;D-4,Pipe 6",each,9.99,,,;
            closed in the next row  | A-1,"Panel 8 ft,each,1.00,,,;B-2,Pipe 6",each,9.99,,,;
            in the last column      | A-1,Panel,each,1.00,,,";B-2,Door,each,2.00,,,;C-3,Pane,each,3.00,,,";
            in the first column     | "A-1,Panel,each,1.00,,,;B-2",Door,each,2.00,,,;
            of a row without price  | A-1,"Panel 8 ft,each,,,,;B-2,Pipe 6",each,9.99,,,;
            of a row with a dollar  | A-1,"Panel 8 ft,each,1.00 USD,,,;B-2,Pipe 6",each,9.99,,,;
            of a row with an odd    | A-1,"Panel 8 ft,each,1.00/ft,,,;B-2,Pipe 6",each,9.99,,,;
            """)
    void findsAQuoteThatSwallowsRows(String name, String rows) {
        read(HEADER + "Z-0,Sound,each,5.00,,,\n" + rows.replace(";", "\n"));
        assertThat(pointers()).containsExactly("/rows/3");
        assertThat(faults.listed().getFirst().detail()).contains("opens a double quote");
        assertThat(lines).extracting(PriceLine::itemId).containsExactly("Z-0");
    }

    @DisplayName("Behind the price, a text of several lines is taken and a swallowed row is found")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            two lines        | A-1,1.00,each,"Panel;of steel";                              |
            with commas      | A-1,1.00,each,"Panel, blue;2 x 4, red, of steel";            |
            an inch mark     | A-1,1.00,each,"Panel 4;B-2,2.00,each,Pipe 6";                | /rows/2
            three rows below | A-1,1.00,each,"Panel 4;B-2,2.00,each,Door;C-3,3.00,each,6";  | /rows/2
            """)
    void tellsATextBehindThePriceFromARow(String name, String rows, String refused) {
        read("item_id,price,unit,description\n" + rows.replace(";", "\n"));
        assertThat(pointers()).isEqualTo(refused == null ? List.of() : List.of(refused));
        assertThat(lines).hasSize(refused == null ? 1 : 0);
    }

    @Test
    void textOfSeveralLinesWithCommasIsNoSwallowedRow() {
        read(HEADER + "A,\"Colors: red, green, blue, gray, white, black\nSizes: 1, 2, 3\",each,1.00,,,\n");
        assertThat(faults.listed()).isEmpty();
        assertThat(lines).hasSize(1);
    }

    @DisplayName("A remedy never names another amount than the one that was meant")
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            9,99       |
            1.234,50   |
            1,234      |
            12,34.50   |
            1,234.50   | 1234.50
            $1,234.50  | 1234.50
            $ 99.95    | 99.95
            USD 7      | 7
            """)
    void namesNoOtherAmount(String price, String amount) {
        read(HEADER + "A,Turf,each,\"" + price + "\",,,\n");
        String remedy = faults.listed().getFirst().remedy();
        assertThat(remedy).endsWith("as " + (amount == null ? "1234.50" : amount) + ".");
        assertThat(remedy.contains("A comma may be meant")).isEqualTo(amount == null);
    }

    @DisplayName("An item id of which a spreadsheet has dropped digits is refused; one with an E is not")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "6.93217E+12, false",
        "6.9E12, false",
        "'6,93217E+12', false",
        "6.93217 E+12, false",
        "7E+11, false",
        "7.1e-5, false",
        "7E11, true",
        "E+12, true",
        "6.93217, true"
    })
    void refusesAnItemIdInScientificNotation(String itemId, boolean taken) {
        read(HEADER + "\"" + itemId + "\",Turf,each,1.00,,,\n");
        assertThat(faults.isEmpty()).isEqualTo(taken);
    }

    @Test
    void rowsAreCountedAsTheFilesLinesAreSeen() {
        read((HEADER
                        + "A,\"Two\nlines\",each,1.00,,,\n\nB,\"And\nthree\nlines\",each,x,,,\nC,Turf,each,y,,,\n\nD,\"open\n")
                .replace("\n", "\r\n"));
        assertThat(pointers()).containsExactly("/rows/5/price", "/rows/8/price", "/rows/10");
    }

    @Test
    void emptyCellsBehindTheLastTitleDoNotCount() {
        read("item_id,description,unit,price,,\nA,Turf,each,1.00,,\nB,Turf,each,1.00\nC,Turf,each,1.00,,x\n");
        assertThat(pointers()).containsExactly("/rows/4");
        assertThat(lines).extracting(PriceLine::itemId).containsExactly("A", "B");
    }

    @DisplayName("Item ids that look the same are the same, and none holds what nobody sees")
    @ParameterizedTest(name = "{0} beside FT 100: {1}")
    @CsvSource({
        "ft 100, /rows/3/item_id",
        "FT  100, /rows/3/item_id",
        "FT\u00a0100, /rows/3/item_id",
        "FT\u200b 100, /rows/3/item_id",
        "FT-100,"
    })
    void tellsItemIdsApartAsAReaderDoes(String itemId, String pointer) {
        read(HEADER + "FT 100,Turf,each,1.00,,,\n" + itemId + ",Turf,each,1.00,,,\n");
        assertThat(pointers()).isEqualTo(pointer == null ? List.of() : List.of(pointer));
    }

    @Test
    void aCellLongerThanItsColumnAllowsIsRefusedAtOneCharacterMore() {
        read(HEADER + "A".repeat(64) + ",Turf,each,1.00,,,\n" + "B".repeat(65) + ",Turf,each,1.00,,,\n");
        assertThat(pointers()).containsExactly("/rows/3/item_id");
    }

    @Test
    void charactersThatNobodySeesAreRefused() {
        read(HEADER + "A,Tu\u0000rf,each,1.00,,,\nB,Tu\u200Brf,each,1.00,,,\nC,Tu\u202Erf,each,1.00,,,\n");
        assertThat(pointers()).containsExactly("/rows/2/description", "/rows/3/description", "/rows/4/description");
    }
}
