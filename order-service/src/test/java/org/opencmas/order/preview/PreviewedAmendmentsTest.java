package org.opencmas.order.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.order.Api.as;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.order.preview.JudgingCompliance.Told;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

/** Beside the thousands of cases in memory, over HTTP, the database and the broker. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "ORD-AMEND-RECHECK: what a preview shows is what its amendment does, to the last field, or nothing is done")
class PreviewedAmendmentsTest {
    private static final int ORDERS = 8;
    private static final int AMENDMENTS_EACH = Integer.getInteger("preview.amendments", 10);
    private static final List<String> AGREEMENTS = List.of("4-06-78-0031A", "4-06-78-0031B", "4-06-78-0031C");
    private static final BigDecimal RATE = new BigDecimal("0.0125");
    private static final ObjectMapper JSON = new ObjectMapper();

    private UUID agency;
    private String buyer;

    /** What became of the amendments of the run; each kind has to come up. */
    private int issued;

    private int returned;
    private int refused;

    @BeforeEach
    void register() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
    }

    @Test
    void everyAmendmentDoesWhatItsPreviewShowed() throws IOException, InterruptedException {
        try (var compliance = new JudgingCompliance()) {
            for (long seed = 1; seed <= ORDERS; seed++) {
                amendOneOrder(compliance, seed);
            }
        }
        assertThat(issued + returned + refused).isEqualTo(ORDERS * AMENDMENTS_EACH);
        assertThat(List.of(issued, returned, refused)).allMatch(count -> count > 3);
    }

    private void amendOneOrder(JudgingCompliance compliance, long seed) throws IOException {
        var random = new Random(seed);
        ObjectNode body = JSON.createObjectNode();
        body.put("agencyOrderNumber", "PO-" + seed);
        body.put("orderDate", "2026-03-02");
        body.put("contractorId", UUID.randomUUID().toString());
        body.put("tax", "1.00").put("freight", "2.00");
        ArrayNode lines = body.putArray("lines");
        for (int i = 1; i <= 1 + random.nextInt(4); i++) {
            lines.add(line(random, Integer.toString(i)));
        }
        UUID orderId = UUID.fromString(Api.place(agency, body.toString())
                .then()
                .statusCode(202)
                .extract()
                .path("orderId"));
        Api.awaitState(agency, orderId, "ISSUED");
        for (int i = 0; i < AMENDMENTS_EACH; i++) {
            String amendment = amended(random, body, seed + "/" + i).toString();
            amendAsPreviewed(compliance, random, orderId, amendment, "seed " + seed + ", amendment " + i);
        }
    }

    private static ObjectNode line(Random random, String id) {
        ObjectNode line = JSON.createObjectNode();
        line.put("lineId", id)
                .put("cmasNumber", AGREEMENTS.get(random.nextInt(3)))
                .put("itemId", "I" + id);
        line.put("description", "Item " + random.nextInt(5)).put("unit", "each");
        line.put("quantity", Integer.toString(1 + random.nextInt(50)));
        return line.put("unitPrice", price(random));
    }

    private static String price(Random random) {
        return cents(2_000 + random.nextInt(90_000));
    }

    private static String cents(int cents) {
        return new BigDecimal(cents).movePointLeft(2).toPlainString();
    }

    /** The body with any of its lines changed, dropped or added, and any of its header; of the last one that was made, issued or not. */
    private static ObjectNode amended(Random random, ObjectNode body, String why) {
        ArrayNode lines = (ArrayNode) body.get("lines");
        for (int i = lines.size() - 1; i >= 0; i--) {
            ObjectNode line = (ObjectNode) lines.get(i);
            switch (random.nextInt(7)) {
                case 0 -> lines.remove(i);
                case 1 -> line.put("quantity", Integer.toString(1 + random.nextInt(60)));
                case 2 -> line.put("unitPrice", price(random));
                case 3 -> line.put("cmasNumber", AGREEMENTS.get(random.nextInt(3)));
                default -> {
                    // stays
                }
            }
        }
        if (lines.isEmpty() || random.nextInt(3) == 0) {
            lines.insert(random.nextInt(lines.size() + 1), line(random, "n" + why.replace('/', '-')));
        }
        body.put("freight", cents(100 + random.nextInt(900)));
        if (random.nextBoolean()) {
            body.putObject("delivery").put("deliverBy", "2026-0" + (4 + random.nextInt(5)) + "-15");
        }
        body.remove(List.of("agencyOrderNumber", "orderDate", "contractorId"));
        body.put("amendmentDate", "2026-03-03");
        return body.put("reason", why);
    }

    private void amendAsPreviewed(
            JudgingCompliance compliance, Random random, UUID orderId, String amendment, String what)
            throws IOException {
        JsonNode before = read(Api.read(agency, orderId));
        Response previewed = as(buyer)
                .header("Prefer", "wait=20")
                .body(amendment)
                .post("/v1/orders/{id}/amendment-previews", orderId);
        assertThat(previewed.statusCode()).as(what + previewed.asString()).isEqualTo(200);
        JsonNode shown = read(previewed);
        assertThat(shown.path("tokenBindsDecision").asBoolean()).as(what).isTrue();
        boolean changes = random.nextInt(5) == 0;
        if (changes) {
            compliance.somethingChangedFor(orderId);
        }
        Response done = as(buyer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", previewed.header("ETag"))
                .header("Preview-Token", shown.path("previewToken").asText())
                .header("Prefer", "wait=20")
                .body(amendment)
                .post("/v1/orders/{id}/amendments", orderId);
        compliance.itIsAsItWasFor(orderId);
        JsonNode after = read(Api.read(agency, orderId));
        if (changes) {
            assertThat(done.statusCode()).as(what + done.asString()).isEqualTo(412);
            assertThat(read(done).at("/withdrawal/appeared/0/ruleId").asText()).isEqualTo("SOMETHING-CHANGED");
            // An amendment that came back before is replaced by what was tried, as by any other.
            ((ObjectNode) before).remove("openAmendment");
            assertThat(after).as(what).isEqualTo(before);
            refused++;
            return;
        }
        assertThat(done.statusCode()).as(what + done.asString()).isEqualTo(201);
        JsonNode made = read(done);
        assertAsShown(shown, before, made, what);
        boolean isIssued = shown.path("decision").asText().equals("ISSUE");
        assertThat(made.path("state").asText()).as(what).isEqualTo(isIssued ? "AMENDED" : "RETURNED");
        assertThat(after.path("documentVersion"))
                .as(what)
                .isEqualTo(isIssued ? made.path("documentVersion") : before.path("documentVersion"));
        assertEventsAsShown(compliance, orderId, shown, what);
        if (isIssued) {
            issued++;
        } else {
            returned++;
        }
    }

    private static void assertAsShown(JsonNode shown, JsonNode before, JsonNode made, String what) {
        shown.path("document")
                .properties()
                .forEach(field -> assertThat(made.get(field.getKey()))
                        .as(what + " " + field.getKey())
                        .isEqualTo(field.getValue()));
        assertThat(made.path("findings")).as(what).isEqualTo(shown.path("findings"));
        BigDecimal difference = amount(made, "total").subtract(amount(before, "total"));
        assertThat(amount(shown, "difference")).as(what).isEqualByComparingTo(difference);
        BigDecimal worth = BigDecimal.ZERO;
        for (JsonNode change : shown.path("changes")) {
            worth = change.hasNonNull("worth") ? worth.add(amount(change, "worth")) : worth;
        }
        assertThat(worth).as(what).isEqualByComparingTo(difference);
        assertThat(amount(shown.path("fee"), "difference"))
                .as(what)
                .isEqualByComparingTo(fee(made).subtract(fee(before)));
        BigDecimal ofAgreements = BigDecimal.ZERO;
        for (JsonNode agreement : shown.path("agreements")) {
            ofAgreements = ofAgreements.add(amount(agreement, "difference"));
        }
        assertThat(ofAgreements)
                .as(what)
                .isEqualByComparingTo(
                        amount(made, "subtotalExcludingTax").subtract(amount(before, "subtotalExcludingTax")));
    }

    private static BigDecimal fee(JsonNode order) {
        return amount(order, "subtotalExcludingTax").multiply(RATE).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal amount(JsonNode of, String field) {
        return new BigDecimal(of.path(field).asText());
    }

    private static void assertEventsAsShown(JudgingCompliance compliance, UUID orderId, JsonNode shown, String what) {
        List<Told> planned = new ArrayList<>();
        shown.path("events")
                .forEach(event -> planned.add(new Told(
                        event.path("type").asText(),
                        event.path("aggregateVersion").asLong())));
        assertThat(planned).hasSize(2);
        Eventually.within(
                Api.SOON, () -> assertThat(compliance.of(orderId)).as(what).endsWith(planned.toArray(Told[]::new)));
    }

    private static JsonNode read(Response response) throws IOException {
        return JSON.readTree(response.asString());
    }
}
