package org.opencmas.order.orderimport.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Orders are cut out of a file without holding it, and what is no such file is refused at once")
class FilesOfOrdersTest {
    private static final String HEADER = "agencyOrderNumber,orderDate,tax,nsp,lineId,description,quantity\n";
    private static final FileLimits SMALL = new FileLimits(3, 100);
    private static final FileLimits SMALL_CSV = new FileLimits(3, 400);

    private static List<SentOrder> csv(String text) throws IOException {
        return csv(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SentOrder> csv(byte[] bytes) throws IOException {
        List<SentOrder> orders = new ArrayList<>();
        CsvOrders.read(new ByteArrayInputStream(bytes), SMALL_CSV, orders::add);
        return orders;
    }

    private static List<SentOrder> json(byte[] bytes) throws IOException {
        List<SentOrder> orders = new ArrayList<>();
        JsonLines.read(new ByteArrayInputStream(bytes), SMALL, orders::add);
        return orders;
    }

    private static List<String> bodies(List<SentOrder> orders) {
        return orders.stream()
                .map(order -> new String(order.json(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    @DisplayName("The columns follow the schema of a body, and a file of today is read for ever")
    void theColumnsAreTheFieldsOfABody() {
        assertThat(Column.all())
                .extracting(column -> column.part() + " " + column.title() + (column.isTruth() ? "?" : ""))
                .contains("""
                        ORDER agencyOrderNumber, ORDER orderDate, ORDER contractorId, ORDER agencyId, ORDER contractNumber, \
                        ORDER orderToLocation, ORDER paymentMethod, ORDER tax, ORDER freight, ORDER draft?, VERIFICATION verifiedOn, \
                        VERIFICATION verifiedBy, VERIFICATION method, VERIFICATION result, VERIFICATION certificateNumber, \
                        VERIFICATION validThrough, LINE lineId, LINE cmasNumber, LINE nsp?, LINE nspReason, LINE itemId, \
                        LINE description, LINE manufacturer, LINE unit, LINE quantity, LINE unitPrice, LINE amount, LINE kind, \
                        LINE serviceCategory, LINE lumpSum?, LINE publicWorks?""".split(", "))
                .doesNotContain("LINE orderToLocation", "LINE coding", "LINE supportsLineIds");
    }

    @Test
    void rowsOfOneNumberAreTheLinesOfOneOrder() throws IOException {
        List<SentOrder> orders = csv(HEADER + """
                P-1,2026-03-02,1.00,TRUE,1,"a ""b"", c",2
                p-1,,,,2,d,3

                P-2,2026-03-02,,false,1,e,1
                P-1,,,,3,f,1
                """);
        assertThat(bodies(orders)).containsExactly("""
                {"lines":[{"lineId":"1","description":"a \\"b\\", c","quantity":"2","nsp":true},\
                {"lineId":"2","description":"d","quantity":"3"}],"agencyOrderNumber":"P-1","orderDate":"2026-03-02","tax":"1.00"}""", """
                {"lines":[{"lineId":"1","description":"e","quantity":"1","nsp":false}],"agencyOrderNumber":"P-2","orderDate":"2026-03-02"}""", """
                {"lines":[{"lineId":"3","description":"f","quantity":"1"}],"agencyOrderNumber":"P-1"}""");
        assertThat(orders).extracting(SentOrder::row).containsExactly(2, 5, 6);
    }

    @Test
    @DisplayName("A row that lost its number is an order of its own, never a line of the one above")
    void aRowWithoutNumberStandsAlone() throws IOException {
        assertThat(csv(HEADER + "P-1,2026-03-02,,,1,a,1\n,,,,2,b,1\n,,,,3,c,1\n"))
                .hasSize(3);
    }

    static Stream<Arguments> faultyRows() {
        return Stream.of(
                Arguments.of("P-1,2026-03-02,,,1,=1+1,1\n", "/lines/0/description", "formula"),
                Arguments.of("P-1,2026-03-02,,,1,@SUM(A1),1\n", "/lines/0/description", "formula"),
                Arguments.of(
                        "P-1,2026-03-02,,,1,a,1\nP-1,2026-03-03,,,2,b,1\n", "/orderDate", "row 3 says something else"),
                Arguments.of("P-1,2026-03-02,,,1,a,1,x\n", "", "row 2 has more cells"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultyRows")
    void aFaultyRowIsToldOfItsOrder(String rows, String pointer, String detail) throws IOException {
        SentOrder order = csv(HEADER + rows).getFirst();
        assertThat(order.json()).isEmpty();
        assertThat(order.faults()).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.detail()).contains(detail);
        });
    }

    @Test
    @DisplayName(
            "An order of more bytes than one that comes alone may have is refused, and its rows are not kept; the next one is taken")
    void anOrderThatWouldFillTheMemoryIsRefused() throws IOException {
        List<SentOrder> orders =
                csv(HEADER + ("P-1,,,,1," + "x".repeat(100) + ",1\n").repeat(5) + "P-2,2026-03-02,,,1,a,1\n");
        assertThat(orders.getFirst().json()).isEmpty();
        assertThat(orders.getFirst().faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail()).isEqualTo("comes to more than 400 bytes"));
        assertThat(orders.getLast().faults()).isEmpty();
        assertThat(orders.getLast().row()).isEqualTo(7);
    }

    @Test
    void aNegativeNumberIsNoFormula() throws IOException {
        assertThat(csv(HEADER + "P-1,2026-03-02,-1.00,,1,a,+2\n").getFirst().faults())
                .isEmpty();
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    static Stream<Arguments> hostileCsv() {
        Charset utf8 = StandardCharsets.UTF_8;
        String row = "P-1,2026-03-02,,,1,a,1\n";
        return Stream.of(
                Arguments.of("nothing", bytes("", utf8), "empty"),
                Arguments.of("a header alone", bytes(HEADER, utf8), "no orders"),
                Arguments.of("UTF-16", bytes(HEADER, StandardCharsets.UTF_16), "UTF-16"),
                Arguments.of("UTF-16 without mark", bytes(HEADER, StandardCharsets.UTF_16LE), "UTF-16"),
                Arguments.of("a workbook", new byte[] {'P', 'K', 3, 4, 0}, "workbook"),
                Arguments.of(
                        "Latin-1",
                        bytes(HEADER + "P-1,2026-03-02,,,1,\u00e9,1\n", StandardCharsets.ISO_8859_1),
                        "UTF-8"),
                Arguments.of(
                        "an open quote",
                        bytes(HEADER + row + "P-2,2026-03-02,,,1,\"a,1\n" + row, utf8),
                        "double quote"),
                Arguments.of("a huge cell", bytes(HEADER + "P-1,,,,1," + "x".repeat(20_001) + ",1\n", utf8), "20,000"),
                Arguments.of("ten million columns", bytes(",".repeat(10_000_000) + "\n", utf8), "120,000"),
                Arguments.of("a column twice", bytes("agencyOrderNumber,tax,TAX\n" + row, utf8), "twice"),
                Arguments.of("semicolons", bytes("agencyOrderNumber;tax\nP-1;1\n", utf8), "not a column"),
                Arguments.of("no number", bytes("orderDate,tax\n2026-03-02,1\n", utf8), "missing"),
                Arguments.of(
                        "one order too many",
                        bytes(HEADER + "P-1,,,,1,a,1\nP-2,,,,1,a,1\nP-3,,,,1,a,1\nP-4,,,,1,a,1\n", utf8),
                        "more than 3"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileCsv")
    void aFileThatIsNoCsvOfOrdersIsRefused(String what, byte[] file, String why) {
        FileRefused refused = catchThrowableOfType(FileRefused.class, () -> csv(file));
        assertThat(refused.faults().toString()).contains(why);
    }

    static Stream<Arguments> hostileLines() {
        return Stream.of(
                Arguments.of("nothing", "\n \r\n", "no orders"),
                Arguments.of("a NUL", "\u0000\u0000{}", "UTF-16"),
                Arguments.of("a line of 101 bytes", "{" + "x".repeat(100) + "\n", "longer than 100"),
                Arguments.of("one order too many", "{}\n{}\n{}\n{}\n", "more than 3"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileLines")
    void aFileThatIsNoJsonLinesIsRefused(String what, String file, String why) {
        FileRefused refused =
                catchThrowableOfType(FileRefused.class, () -> json(file.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused.faults().toString()).contains(why);
    }

    @Test
    void linesAreTakenAsTheyAreAfterAMark() throws IOException {
        List<SentOrder> orders =
                json("\ufeff{\"a\":1}\r\n\n{".concat("x".repeat(99)).getBytes(StandardCharsets.UTF_8));
        assertThat(orders).extracting(SentOrder::row).containsExactly(1, 3);
        assertThat(bodies(orders).getFirst()).isEqualTo("{\"a\":1}\r");
        assertThat(orders.getLast().json()).hasSize(100);
    }

    @Test
    @DisplayName("300,000 orders pass with none of them held")
    void aLongFileIsNotHeld() throws IOException {
        byte[] line = "{\"agencyOrderNumber\":\"P\"}\n".getBytes(StandardCharsets.UTF_8);
        InputStream file = new java.io.SequenceInputStream(java.util.Collections.enumeration(IntStream.range(0, 300_000)
                .<InputStream>mapToObj(i -> new ByteArrayInputStream(line))
                .toList()));
        int[] count = {0};
        JsonLines.read(file, FileLimits.USUAL, order -> count[0]++);
        assertThat(count[0]).isEqualTo(300_000);
    }
}
