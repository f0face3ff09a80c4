package org.opencmas.compliance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.fix.Fix;
import org.opencmas.compliance.fix.PatchOperation;
import org.opencmas.compliance.fix.SmallestFixes;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.nsp.NspLimit;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.orderbody.OrderSender;
import org.opencmas.terms.Usd;

@DisplayName("The smallest fix, applied to the body, makes its rule pass; a cent less does not")
class SmallestFixTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Usd CENT = Usd.of("0.01");

    @Test
    void randomOrdersWithTooMuchNspPassAfterTheirFixAndNotACentEarlier() throws IOException {
        long seed = 412_10;
        Random random = new Random(seed);
        int fixed = 0;
        for (int i = 0; i < 400; i++) {
            ObjectNode body = body(random.nextBoolean() ? 240_000 + random.nextInt(20_000) : random.nextInt(900_000));
            int lines = 1 + random.nextInt(3);
            for (int line = 0; line < lines; line++) {
                addNsp(body, "n" + line, 1 + random.nextInt(40), random.nextInt(2_000_000), random.nextBoolean());
            }
            OrderFacts before = facts(body);
            for (Fix fix : fixes(before, body)) {
                if (!fix.ruleId().startsWith("NSP-DOLLAR")) {
                    continue;
                }
                String shown = "seed %d, case %d: %s gets %s".formatted(seed, i, body, fix);
                OrderFacts after = facts(applied(fix, body));
                NspLimit limit = NspLimit.of(after);
                Usd nsp = Order.sum(after.order().nspLines());
                Usd total = after.order().total();
                assertThat(limit.allows(nsp, total)).as(shown).isTrue();
                assertThat(limit.allows(nsp.plus(CENT), total.plus(CENT)))
                        .as(shown)
                        .isFalse();
                assertThat(verdicts(after, "NSP-DOLLAR-LOW", "NSP-DOLLAR-HIGH"))
                        .as(shown)
                        .doesNotContain(Verdict.FAIL);
                fixed++;
            }
        }
        assertThat(fixed).isGreaterThan(100);
    }

    @ParameterizedTest(name = "a bond of {0} on an order of 12,000.00 is raised, and a residual value of {1} lowered")
    @CsvSource({"11999.99, 1.01", "0.01, 500.00"})
    void aBondAndAResidualValueAreSetToTheLeastThatPasses(String bond, String residual) throws IOException {
        ObjectNode body = body(600_000);
        body.withArray("lines")
                .addObject()
                .put("lineId", "pw")
                .put("cmasNumber", Given.CMAS.canonical())
                .put("description", "Cabling")
                .put("unit", "JOB")
                .put("quantity", "1")
                .put("unitPrice", "6000.00")
                .put("kind", "SERVICES")
                .put("publicWorks", true);
        ObjectNode particulars = body.putObject("particulars");
        particulars.putObject("publicWorks").putObject("bond").put("sum", bond).put("form", "Std. 807");
        particulars.putObject("lease").put("plan", "FEDERAL_LEASE_TO_OWN").put("residualValue", residual);
        JsonNode fixed = body;
        for (Fix fix : fixes(facts(body), body)) {
            fixed = applied(fix, fixed);
        }

        assertThat(fixed.at("/particulars/publicWorks/bond/sum").asText()).isEqualTo("12000.00");
        assertThat(fixed.at("/particulars/lease/residualValue").asText()).isEqualTo("1.00");
        assertThat(verdicts(facts(fixed), "PW-BOND-AMOUNT", "LSE-LTOP-OK")).containsOnly(Verdict.PASS);
    }

    @Test
    void aPriceAboveItsCeilingIsSetToItAndAnAmountThatWasSentIsLeftOut() throws IOException {
        ObjectNode body = body(12_500);
        ((ObjectNode) body.at("/lines/0")).put("amount", "125.00");
        OrderFacts facts = listedAt("124.99", body);

        assertThat(SmallestFixes.of(facts, RuleBooks.ORDERS.judge(facts), place -> true))
                .filteredOn(fix -> fix.ruleId().equals("CON-PRICE-CEILING"))
                .containsExactly(new Fix(
                        "CON-PRICE-CEILING",
                        List.of("1"),
                        List.of(
                                new PatchOperation("replace", "/lines/0/unitPrice", "124.99"),
                                new PatchOperation("remove", "/lines/0/amount", null))));
        OrderFacts within = listedAt("125.00", body);
        assertThat(SmallestFixes.of(within, RuleBooks.ORDERS.judge(within), place -> true))
                .noneMatch(fix -> fix.ruleId().equals("CON-PRICE-CEILING"));
    }

    private static OrderFacts listedAt(String price, JsonNode body) throws IOException {
        return Given.factsOf(order(body), Given.item("A-1", "EA", price, price));
    }

    /** One line of goods that costs so many cents. */
    private static ObjectNode body(int cents) {
        ObjectNode body = JSON.createObjectNode()
                .put("agencyId", UUID.randomUUID().toString())
                .put("agencyOrderNumber", "PO-1")
                .put("orderDate", Given.ORDER_DATE.toString())
                .put("contractorId", Given.CONTRACTOR.toString());
        body.putArray("lines")
                .addObject()
                .put("lineId", "1")
                .put("cmasNumber", Given.CMAS.canonical())
                .put("itemId", "A-1")
                .put("description", "Item A-1")
                .put("unit", "EA")
                .put("quantity", "1")
                .put("unitPrice", dollars(cents));
        return body;
    }

    private static void addNsp(ObjectNode body, String id, int quantity, int cents, boolean withAmount) {
        Usd price = Usd.of(dollars(cents));
        ObjectNode line = body.withArray("lines")
                .addObject()
                .put("lineId", id)
                .put("cmasNumber", Given.CMAS.canonical())
                .put("nsp", true)
                .put("description", "a part")
                .put("unit", "EA")
                .put("quantity", Integer.toString(quantity))
                .put("unitPrice", price.toString());
        line.putArray("supportsLineIds").add("1");
        if (withAmount) {
            line.put("amount", price.times(BigDecimal.valueOf(quantity)).toString());
        }
    }

    private static String dollars(int cents) {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }

    private static OrderFacts facts(JsonNode body) throws IOException {
        return Given.factsOf(order(body));
    }

    private static Order order(JsonNode body) throws IOException {
        OrderToCheck sent = JSON.treeToValue(body, OrderToCheck.class);
        return OrderReading.read(sent, new OrderSender(null, "B. Buyer", LocalDate.of(2026, 11, 28)));
    }

    private static List<Fix> fixes(OrderFacts facts, JsonNode body) {
        return SmallestFixes.of(
                facts,
                RuleBooks.ORDERS.judge(facts),
                place -> body.at("/lines/" + place).has("amount"));
    }

    private static JsonNode applied(Fix fix, JsonNode body) {
        JsonNode patched = body.deepCopy();
        for (PatchOperation operation : fix.patch()) {
            JsonPointer path = JsonPointer.compile(operation.path());
            ObjectNode parent = (ObjectNode) patched.at(path.head());
            String field = path.last().getMatchingProperty();
            assertThat(parent.has(field))
                    .as("%s is in the body", operation.path())
                    .isTrue();
            if (operation.op().equals("remove")) {
                parent.remove(field);
            } else {
                parent.put(field, operation.value());
            }
        }
        return patched;
    }

    private static List<Verdict> verdicts(OrderFacts facts, String... rules) {
        return RuleBooks.ORDERS.judge(facts).findings().stream()
                .filter(finding -> List.of(rules).contains(finding.ruleId()))
                .map(Finding::verdict)
                .toList();
    }
}
