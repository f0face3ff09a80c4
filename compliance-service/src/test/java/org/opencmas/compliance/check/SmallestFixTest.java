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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.fix.Fix;
import org.opencmas.compliance.fix.PatchOperation;
import org.opencmas.compliance.fix.SentBody;
import org.opencmas.compliance.fix.SmallestFixes;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.nsp.NspLimit;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.ruleset.RuleSets;
import org.opencmas.orderbody.OrderSender;
import org.opencmas.terms.Usd;

@DisplayName("The smallest fix, applied to the body, makes its rule pass; a cent less does not")
class SmallestFixTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Usd CENT = Usd.of("0.01");
    private static final long SEED = 20_261_128L;
    private static final OrderSender SENDER = new OrderSender(null, "B. Buyer", LocalDate.of(2026, 11, 28));

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
        ObjectNode body = withWorks(600_000, 600_000);
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

        assertThat(fixes(facts, body))
                .filteredOn(fix -> fix.ruleId().equals("CON-PRICE-CEILING"))
                .containsExactly(new Fix(
                        "CON-PRICE-CEILING",
                        List.of("1"),
                        List.of(
                                new PatchOperation("replace", "/lines/0/unitPrice", "124.99"),
                                new PatchOperation("remove", "/lines/0/amount", null))));
        OrderFacts within = listedAt("125.00", body);
        assertThat(fixes(within, body)).noneMatch(fix -> fix.ruleId().equals("CON-PRICE-CEILING"));
    }

    @Test
    void randomPricesAboveTheirCeilingPassAtItAndNotACentAboveAndSubtotalsThatWereSentFollow() throws IOException {
        Random random = new Random(SEED);
        int fixed = 0;
        for (int i = 0; i < 100; i++) {
            int ceiling = 1 + random.nextInt(100_000);
            ObjectNode body = body(ceiling + 1 + random.nextInt(500));
            ((ObjectNode) body.at("/lines/0")).put("quantity", Integer.toString(1 + random.nextInt(9)));
            Usd sum = order(body).total();
            addSub(body, sum.toString());
            OrderFacts before = listedAt(dollars(ceiling), body);
            Fix fix = fixOf("CON-PRICE-CEILING", before, body);
            JsonNode after = applied(fix, body);
            ObjectNode dearer = after.deepCopy();
            ((ObjectNode) dearer.at("/lines/0")).put("unitPrice", dollars(ceiling + 1));

            assertThat(verdicts(listedAt(dollars(ceiling), after), "CON-PRICE-CEILING", "MULTI-SUBTOTAL-NO-TAX"))
                    .as("case %d: %s gets %s", i, body, fix)
                    .containsOnly(Verdict.PASS);
            assertThat(verdicts(listedAt(dollars(ceiling), dearer), "CON-PRICE-CEILING"))
                    .containsOnly(Verdict.FAIL);
            fixed++;
        }
        assertThat(fixed).isEqualTo(100);
    }

    @Test
    void randomSubtotalsAreSetToTheSumAndNotACentBeside() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            ObjectNode body = body(1 + random.nextInt(900_000));
            addSub(body, dollars(random.nextInt(900_000) + 900_001));
            JsonNode after = applied(fixOf("MULTI-SUBTOTAL-NO-TAX", facts(body), body), body);
            Usd right = Usd.of(after.at("/subOrders/0/subtotalExcludingTax").asText());

            assertThat(verdicts(facts(after), "MULTI-SUBTOTAL-NO-TAX")).containsOnly(Verdict.PASS);
            for (Usd beside : List.of(right.plus(CENT), right.minus(CENT))) {
                ObjectNode other = after.deepCopy();
                ((ObjectNode) other.at("/subOrders/0")).put("subtotalExcludingTax", beside.toString());
                assertThat(verdicts(facts(other), "MULTI-SUBTOTAL-NO-TAX")).containsOnly(Verdict.FAIL);
            }
        }
    }

    @Test
    void randomBondsAndResidualValuesPassAtTheirLimitAndNotACentBeyond() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 50; i++) {
            ObjectNode body = withWorks(800_000 + random.nextInt(100_000), 500_001 + random.nextInt(200_000));
            Usd total = order(body).total();
            ObjectNode particulars = body.putObject("particulars");
            particulars
                    .putObject("publicWorks")
                    .putObject("bond")
                    .put("sum", dollars(random.nextInt(500_000)))
                    .put("form", "Std. 807");
            particulars
                    .putObject("lease")
                    .put("plan", "HARDWARE_RENTAL")
                    .put("residualValue", dollars(101 + random.nextInt(90_000)));
            JsonNode after = body;
            for (Fix fix : fixes(facts(body), body)) {
                after = applied(fix, after);
            }
            ObjectNode less = after.deepCopy();
            ((ObjectNode) less.at("/particulars/publicWorks/bond"))
                    .put("sum", total.minus(CENT).toString());
            ((ObjectNode) less.at("/particulars/lease")).put("residualValue", "1.01");

            assertThat(verdicts(facts(after), "PW-BOND-AMOUNT", "LSE-LTOP-OK")).containsOnly(Verdict.PASS);
            assertThat(verdicts(facts(less), "PW-BOND-AMOUNT", "LSE-LTOP-OK")).containsOnly(Verdict.FAIL);
        }
    }

    @Test
    void theWordOfTheContractNumberFieldIsWritten() throws IOException {
        ObjectNode body = body(100).put("contractNumber", "a contract");
        JsonNode after = applied(fixOf("MULTI-WORD-CMAS", facts(body), body), body);

        assertThat(after.at("/contractNumber").asText()).isEqualTo(Given.CMAS.canonical());
        assertThat(verdicts(facts(after), "MULTI-WORD-CMAS")).containsOnly(Verdict.PASS);
    }

    /** Lowering the dearest NSP line, a product, would leave more public works than products: the other NSP line is lowered. */
    @Test
    void aFixThatWouldStopTheOrderElsewhereIsNotOffered() throws IOException {
        ObjectNode body = withWorks(100_000, 580_000);
        addNsp(body, "goods", 1, 480_000, false);
        addNsp(body, "services", 1, 30_000, false);
        ((ObjectNode) body.at("/lines/3")).put("kind", "SERVICES");
        Fix fix = fixOf("NSP-DOLLAR-LOW", facts(body), body);

        assertThat(fix.lineIds()).containsExactly("services");
        assertThat(verdicts(facts(applied(fix, body)), "NSP-DOLLAR-LOW")).containsOnly(Verdict.PASS);
        assertThat(verdicts(facts(applied(fix, body)), "PW-INCIDENTAL")).doesNotContain(Verdict.FAIL);

        ObjectNode noWayOut = withWorks(100_000, 610_000);
        addNsp(noWayOut, "goods", 1, 510_000, false);
        assertThat(verdicts(facts(noWayOut), "PW-INCIDENTAL")).doesNotContain(Verdict.FAIL);
        assertThat(fixes(facts(noWayOut), noWayOut))
                .noneMatch(none -> none.ruleId().equals("NSP-DOLLAR-LOW"));
    }

    @Test
    void soManyAreOfferedAtOnceAndNoMore() throws IOException {
        ObjectNode body = body(200);
        for (int i = 0; i < SmallestFixes.MOST + 5; i++) {
            ObjectNode line = body.at("/lines/0").deepCopy();
            body.withArray("lines").add(line.put("lineId", "more " + i));
        }

        assertThat(fixes(listedAt("1.99", body), body)).hasSize(SmallestFixes.MOST);
    }

    /** Each is judged by all rules: a thousand that mend nothing would be a thousand judgements for one request. */
    @Test
    void soManyAreTriedAndNoMoreWhenNoneMendsAnything() throws IOException {
        ObjectNode body = body(200);
        for (int i = 0; i < SmallestFixes.MOST_TRIED + 5; i++) {
            ObjectNode line = body.at("/lines/0").deepCopy();
            body.withArray("lines").add(line.put("lineId", "more " + i));
        }
        OrderFacts facts = listedAt("1.99", body);
        Judgement asItIs = RuleBooks.ORDERS.judge(facts);
        var judged = new AtomicInteger();
        var mendsNothing = new SentBody() {
            @Override
            public boolean hasAmount(int place) {
                return false;
            }

            @Override
            public boolean hasSubOrders() {
                return false;
            }

            @Override
            public OrderFacts patched(List<PatchOperation> patch) {
                return facts;
            }

            @Override
            public Judgement judge(OrderFacts mended) {
                judged.incrementAndGet();
                return asItIs;
            }
        };

        assertThat(SmallestFixes.of(facts, asItIs, mendsNothing)).isEmpty();
        assertThat(judged).hasValue(SmallestFixes.MOST_TRIED);
    }

    private static Fix fixOf(String rule, OrderFacts facts, JsonNode body) throws IOException {
        return fixes(facts, body).stream()
                .filter(fix -> fix.ruleId().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fix of " + rule + " for " + body));
    }

    private static void addSub(ObjectNode body, String subtotal) {
        body.putArray("subOrders")
                .addObject()
                .put("subNumber", 1)
                .put("cmasNumber", Given.CMAS.canonical())
                .put("subtotalExcludingTax", subtotal);
    }

    /** Goods and public works for so many cents. */
    private static ObjectNode withWorks(int goods, int works) {
        ObjectNode body = body(goods);
        body.withArray("lines")
                .addObject()
                .put("lineId", "pw")
                .put("cmasNumber", Given.CMAS.canonical())
                .put("description", "Cabling")
                .put("unit", "JOB")
                .put("quantity", "1")
                .put("unitPrice", dollars(works))
                .put("kind", "SERVICES")
                .put("publicWorks", true);
        return body;
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
        return OrderReading.read(sent, SENDER);
    }

    private static List<Fix> fixes(OrderFacts facts, JsonNode body) throws IOException {
        return SmallestFixes.of(
                facts,
                RuleBooks.ORDERS.judge(facts),
                new PatchedOrder(
                        JSON.treeToValue(body, OrderToCheck.class),
                        SENDER,
                        UnaryOperator.identity(),
                        facts,
                        RuleSets.inForce()));
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
