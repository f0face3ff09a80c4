package org.opencmas.orderbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;

@DisplayName("Reading an order names every fault at once")
class OrderBodyReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OrderSender SENDER =
            new OrderSender(UUID.randomUUID(), "Ann Buyer", LocalDate.parse("2026-11-28"));

    private final ObjectNode order = JSON.createObjectNode()
            .put("agencyOrderNumber", "PO-1")
            .put("orderDate", "2026-03-02")
            .put("contractorId", UUID.randomUUID().toString());
    private final ArrayNode lines = order.putArray("lines");

    OrderBodyReaderTest() {
        lines.addObject()
                .put("lineId", "1")
                .put("cmasNumber", "4-06-78-0031A")
                .put("description", "Desk")
                .put("unit", "each")
                .put("quantity", "3")
                .put("unitPrice", "33.335");
    }

    private ObjectNode line() {
        return (ObjectNode) lines.get(0);
    }

    private OrderBody read() {
        try {
            return OrderBody.read(JSON.treeToValue(order, NewOrder.class), SENDER);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Fault> faults() {
        InvalidRequest refusal = catchThrowableOfType(InvalidRequest.class, this::read);
        return refusal == null ? List.of() : refusal.faults();
    }

    @Test
    void anAmountIsNotComparedWithWhatAFaultyPriceWouldMake() {
        line().put("unitPrice", "abc").put("amount", "100.01");
        assertThat(faults()).extracting(Fault::pointer).containsExactly("/lines/0/unitPrice");
    }

    @ParameterizedTest(name = "{0} x {1} = {2}")
    @CsvSource({
        "3, 33.335, 100.01", // 100.005 is half a cent up
        "1, 0.005, 0.01",
        "0.000001, 999999.999999, 1.00",
        "1, 0, 0.00",
        "999999999999, 1, 999999999999.00"
    })
    void anAmountIsQuantityTimesPriceRoundedHalfUp(String quantity, String unitPrice, String amount) {
        line().put("quantity", quantity).put("unitPrice", unitPrice).put("amount", amount);
        assertThat(read().lines().getFirst().amount()).hasToString(amount);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            quantity    | 0          | must be greater than 0
            quantity    | -1         | must be greater than 0
            quantity    | 1.0000001  | 1.0000001 has more than 6 decimals
            quantity    | 1,000      | "1,000" is no plain decimal
            quantity    | 1e3        | "1e3" is no plain decimal
            quantity    | null       | is missing
            unitPrice   | -0.01      | is negative
            unitPrice   | 1.0000001  | 1.0000001 has more than 6 decimals
            unitPrice   | $5         | "$5" is no plain decimal
            unitPrice   | NaN        | "NaN" is no plain decimal
            amount      | 100.00     | 100.00 is not quantity times unit price: 3 x 33.335 is 100.01
            amount      | 100.0050   | 100.0050 has more than 2 decimals
            itemId      | ' '        | must not be blank
            lineId      | ' '        | must not be blank
            description | null       | is missing
            unit        | null       | is missing
            kind        | FOOD       | "FOOD" is not one of [GOODS, SOFTWARE, SERVICES, TRAVEL]
            cmasNumber  | null       | is missing
            """)
    void aFaultOfALineIsNamedWhereItIs(String field, String value, String detail) {
        line().put(field, value);
        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo("/lines/0/" + field);
            assertThat(fault.detail()).isEqualTo(detail);
        });
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            nullValues = "null",
            value = {
                "agencyOrderNumber, null",
                "agencyOrderNumber, 12345678901234567890123456789012345678901",
                "orderDate, null",
                "orderDate, 2026-02-30",
                "orderDate, 03/02/2026",
                "orderDate, 1989-12-31",
                "contractorId, null",
                "contractorId, 1-1-1-1-1",
                "tax, -1",
                "tax, 1.001",
                "freight, much",
                "paymentMethod, CASH",
                "agencyId, 00000000-0000-0000-0000-000000000001"
            })
    void aFaultOfTheHeaderIsNamedWhereItIs(String field, String value) {
        order.put(field, value);
        assertThat(faults()).extracting(Fault::pointer).containsExactly("/" + field);
    }

    @Test
    void allFaultsComeInOneAnswer() {
        order.put("orderDate", "soon").put("tax", "free");
        line().put("cmasNumber", "7-20-99-42").put("quantity", "none").put("kind", "x");
        lines.add(line().deepCopy().put("cmasNumber", "3-12-70-2473E"));
        assertThat(faults())
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/orderDate",
                        "/tax",
                        "/lines/0/cmasNumber",
                        "/lines/0/quantity",
                        "/lines/0/kind",
                        "/lines/1/lineId",
                        "/lines/1/quantity",
                        "/lines/1/kind");
    }

    @Test
    void aNumberOfAnotherAgreementIsRefusedWithTheParsersReason() {
        line().put("cmasNumber", "7-20-99-42");
        assertThat(faults().getFirst().detail()).startsWith("is no CMAS number: ");
    }

    @Test
    void supportedLinesMustBeThereAndOthers() {
        line().putArray("supportsLineIds").add("9").add("1");
        assertThat(faults())
                .extracting(Fault::pointer)
                .containsExactly("/lines/0/supportsLineIds/0", "/lines/0/supportsLineIds/1");
    }

    @Test
    void controlCharactersAndHalvesOfCharactersAreRefused() {
        line().put("description", "a\u0000b").put("unit", "\ud800");
        assertThat(faults()).extracting(Fault::pointer).containsExactly("/lines/0/description", "/lines/0/unit");
    }

    @ParameterizedTest(name = "{0} lines: refused {1}")
    @CsvSource({"0, true", "1, false", "1000, false", "1001, true"})
    void anOrderHasOneToAThousandLines(int count, boolean refused) {
        ObjectNode one = line();
        lines.removeAll();
        for (int i = 0; i < count; i++) {
            lines.add(one.deepCopy().put("lineId", "L" + i));
        }
        assertThat(faults().isEmpty()).isNotEqualTo(refused);
    }

    @Test
    void whatARuleForbidsIsStoredForTheRulesToJudge() {
        lines.add(line().deepCopy()
                .put("lineId", "2")
                .put("cmasNumber", "3-12-70-2473E")
                .put("nsp", true));
        order.put("contractNumber", "4-06-78-0031A");
        order.putArray("subOrders")
                .addObject()
                .put("subNumber", 7)
                .put("cmasNumber", "4-06-78-0031A")
                .put("subtotalExcludingTax", "1.00");
        OrderBody content = read();
        assertThat(content.lines()).hasSize(2);
        assertThat(content.declared().contractNumber()).isEqualTo("4-06-78-0031A");
        assertThat(content.declared().subOrders()).hasSize(1);
    }

    @Test
    void thePrintingOfANumberIsKeptBesideItsCanonicalForm() {
        line().put("cmasNumber", "#4-06-78-0031a");
        OrderLine line = read().lines().getFirst();
        assertThat(line.cmasNumber().canonical()).isEqualTo("4-06-78-0031A");
        assertThat(line.heading().cmasNumberAsPrinted()).isEqualTo("#4-06-78-0031a");
    }
}
