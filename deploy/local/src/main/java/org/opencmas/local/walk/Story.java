package org.opencmas.local.walk;

import static org.opencmas.local.client.Service.COMPLIANCE;
import static org.opencmas.local.client.Service.FEES;
import static org.opencmas.local.client.Service.ORDER;
import static org.opencmas.local.client.Service.REGISTRY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.opencmas.local.client.Answer;
import org.opencmas.local.client.Call;
import org.opencmas.local.client.SuiteClient;
import org.opencmas.local.sample.Sample;

/**
 * The story of one agreement: registered, found, ordered from, amended, reported and paid for.
 *
 * <p>The first order lies in the quarter before today's, since only a quarter that is over can be reported. The number of the
 * agreement is made up for each run.
 */
final class Story {
    private static final String ANALYST = "dgs-analyst";
    private static final String BUYER = "erp-burlingame";
    private static final String SELLER = "contractor-civicactions";
    private static final String SELLER_ID = "0190a000-0000-7000-8000-00000000c014";
    private static final String AUDIT = "WALK-AUDIT";
    private static final String AUDIT_WORDS = "Accessibility audit of permit forms";
    private static final int WAIT_SECONDS = 20;
    private static final int REAL_LINES = 40;

    private final SuiteClient client;
    private final Narrator narrator;
    private final LocalDate today;
    private final Quarter quarter;
    private final String run;
    private final long moment;
    private final String number;

    Story(SuiteClient client, Narrator narrator, LocalDate today, String run, long moment) {
        this.client = client;
        this.narrator = narrator;
        this.today = today;
        this.quarter = Quarter.before(today);
        this.run = run;
        this.moment = moment;
        long serial = moment % 260_000;
        this.number = "3-%02d-%02d-%04d%c"
                .formatted(today.getYear() % 100, today.getMonthValue(), serial % 10_000, (char)
                        ('A' + Math.toIntExact(serial / 10_000)));
    }

    void tell() {
        BigDecimal sales = dashboardSales();
        registerAgreement();
        importPriceList();
        findByWords();
        refusedDraft();
        String first = orderAndIssue();
        accept(first);
        amend(first);
        correctedOrder();
        new OfferStory(client, narrator, today, run, Instant.ofEpochSecond(moment), number).tell();
        report();
        dashboard(sales);
    }

    private void registerAgreement() {
        narrator.step("An analyst registers agreement " + number + " (a made-up number)");
        ObjectNode body = SuiteClient.object();
        body.put("cmasNumber", "#" + number.toLowerCase(Locale.ROOT));
        body.put("contractorId", SELLER_ID);
        body.put("termStart", quarter.firstDay().minusMonths(1).toString());
        body.put("termEnd", today.plusYears(2).toString());
        body.put("forUseBy", "STATE_AND_LOCAL");
        body.put("nspProvision", true);
        body.put("acceptsCalCard", true);
        body.put("travelAllowed", false);
        body.putArray("productCodes").add("D399");
        body.putArray("categories").add("OTHER_SERVICES");
        body.putObject("baseContract")
                .put("number", "GS-35F-337BA")
                .put("type", "GSA")
                .put("holder", "CivicActions, Inc.")
                .put("awardingBody", "General Services Administration")
                .put("termStart", "2014-04-22")
                .put("termEnd", today.plusYears(2).toString());
        Answer answer = narrator.show(
                client.post(REGISTRY, "/v1/agreements")
                        .as(ANALYST)
                        .key(key("agreement"))
                        .json(body),
                "/cmasNumber",
                "/kind",
                "/status",
                "/contractorName");
        narrator.same("the answer", 201, answer.status());
        narrator.same("the number in its one spelling", number, answer.text("/cmasNumber"));
    }

    private void importPriceList() {
        narrator.step("The analyst imports its price list: real ceilings of other vendors and one made-up item");
        String csv = Sample.priceList("3-16-70-3298A", REAL_LINES) + AUDIT + "," + AUDIT_WORDS
                + ",Hour,125.00,130.00,132-51,SERVICES,,\n";
        Answer answer = narrator.show(
                client.post(REGISTRY, "/v1/price-list-imports")
                        .as(ANALYST)
                        .query("agreement", number)
                        .query("supplement", 0)
                        .query("effectiveFrom", quarter.firstDay().minusMonths(1))
                        .key(key("prices"))
                        .csv(csv),
                "/state",
                "/rows",
                "/sha256");
        narrator.same("the answer", 201, answer.status());
        narrator.same("the number of lines", REAL_LINES + 1, answer.text("/rows"));
    }

    private void findByWords() {
        narrator.step("A buyer finds it by words, without a token");
        Answer found = narrator.show(client.get(REGISTRY, "/v1/agreements")
                .query("description", "accessibility audit permit")
                .query("contractor", "civicactions")
                .query("openToLocal", true)
                .query("limit", 200));
        narrator.holds(
                "agreement " + number + " is among the "
                        + found.body().path("items").size() + " found",
                StreamSupport.stream(found.body().path("items").spliterator(), false)
                        .anyMatch(item -> item.path("cmasNumber").asText().equals(number)));
    }

    private void refusedDraft() {
        narrator.step("A dry run refuses the buyer's draft and says why");
        ObjectNode draft = order("1", firstDate(), "129.50", "80");
        Answer check = narrator.showOnce(
                "compliance has heard of the agreement and its prices",
                () -> client.post(COMPLIANCE, "/v1/order-checks")
                        .storesNothing()
                        .as(BUYER)
                        .json(draft),
                Findings::isInformed,
                "/decision",
                "/ruleSetVersion");
        Findings.failed(check).forEach(finding -> narrator.say(Findings.inWords(finding)));
        narrator.same("the decision", "RETURN", check.text("/decision"));
        narrator.holds(
                "the price above the ceiling of 125.00 is named",
                Findings.failed(check).stream()
                        .anyMatch(finding -> finding.path("ruleId").asText().equals("CON-PRICE-CEILING")));
    }

    private String orderAndIssue() {
        narrator.step("The mended order is sent, decided and issued");
        ObjectNode body = order("1", firstDate(), "124.55", "80");
        Call call = client.post(ORDER, "/v1/orders")
                .as(BUYER)
                .key(key("order-1"))
                .waitSeconds(WAIT_SECONDS)
                .json(body);
        Answer placed = narrator.show(call, "/orderId", "/state", "/subtotalExcludingTax", "/total");
        narrator.holds(
                "it is stored (201 when decided within the wait, else 202)",
                placed.status() == 201 || placed.status() == 202);
        String orderId = placed.text("/orderId");
        await(orderId, "it is issued", "ISSUED", 0);
        narrator.same("the subtotal without tax and freight", "16383.88", placed.text("/subtotalExcludingTax"));

        Answer again = narrator.show(call, "/orderId");
        narrator.holds(
                "sent again with the same key, it is the same order and no second one",
                again.isReplayed() && again.text("/orderId").equals(orderId));
        return orderId;
    }

    private void accept(String orderId) {
        narrator.step("The contractor accepts");
        Answer answer =
                narrator.show(act(SELLER, orderId, "acceptance", "accept-" + orderId, SuiteClient.object()), "/state");
        narrator.same("the state", "ACCEPTED", answer.text("/state"));
    }

    private void amend(String orderId) {
        narrator.step("An amendment raises it: 20 more hours");
        ObjectNode body = order("1", firstDate(), "124.55", "100");
        body.put("amendmentDate", quarter.lastDay().minusDays(9).toString());
        body.put("reason", "Twenty more hours for the forms in Spanish");
        body.put("contactNote", "Agreed with the contractor by telephone");
        Call call = act(BUYER, orderId, "amendments", "amend-" + orderId, body).waitSeconds(WAIT_SECONDS);
        Answer amended = narrator.show(call, "/amendmentNumber", "/state", "/subtotalExcludingTax");
        narrator.holds("it is stored", amended.isSuccess());
        Answer inForce = await(orderId, "amendment 1 is issued", "AMENDED", 1);
        narrator.same("the subtotal without tax and freight", "18874.88", inForce.text("/subtotalExcludingTax"));
        Answer accepted = narrator.show(
                act(SELLER, orderId, "acceptance", "accept-1-" + orderId, SuiteClient.object()), "/state");
        narrator.same("the state after the contractor accepts", "ACCEPTED", accepted.text("/state"));
    }

    private void correctedOrder() {
        narrator.step("A second order is rejected by the contractor with the right value");
        ObjectNode body = order("2", today, "124.55", "8");
        Answer placed = narrator.show(
                client.post(ORDER, "/v1/orders")
                        .as(BUYER)
                        .key(key("order-2"))
                        .waitSeconds(WAIT_SECONDS)
                        .json(body),
                "/orderId",
                "/state");
        String orderId = placed.text("/orderId");
        await(orderId, "it is issued", "ISSUED", 0);
        ObjectNode rejection = SuiteClient.object()
                .put("reasonCode", "PRICE")
                .put("pointer", "/lines/0/unitPrice")
                .put("rightValue", "119.00")
                .put("reason", "Our offer of this month is 119.00 an hour");
        Answer rejected = narrator.show(act(SELLER, orderId, "rejection", "reject-" + orderId, rejection), "/state");
        narrator.same("the state", "REJECTED", rejected.text("/state"));

        narrator.step("It comes back as a draft amendment with the right value in its place");
        Answer drafted = narrator.show(
                act(
                        BUYER,
                        orderId,
                        "amendments",
                        "mend-" + orderId,
                        SuiteClient.object().put("fromRejection", true)),
                "/amendmentNumber",
                "/state",
                "/lines/0/unitPrice");
        narrator.same("the state of the amendment", "DRAFT", drafted.text("/state"));
        narrator.same("its price", "119.00", drafted.text("/lines/0/unitPrice"));
        Call submission = act(BUYER, orderId, "submission", "submit-" + orderId).waitSeconds(WAIT_SECONDS);
        narrator.holds("it is sent", narrator.show(submission, "/state").isSuccess());
        Answer inForce = await(orderId, "amendment 1 is issued", "AMENDED", 1);
        narrator.same("the price in force", "119.00", inForce.text("/lines/0/unitPrice"));
    }

    private void report() {
        String path = "/v1/quarterly-reports/" + number + "/" + quarter;
        narrator.step("The report of " + quarter + " stands pre-filled to the cent");
        Answer report = narrator.showOnce(
                "the order and its amendment have reached the ledger",
                () -> client.get(FEES, path).as(SELLER),
                answer -> answer.text("/totals/totalExcludingTaxAndFreight").equals("18874.88"),
                "/state",
                "/totals/lineCount",
                "/totals/totalExcludingTaxAndFreight",
                "/totals/feeDue");
        narrator.same("the fee, 1.25% rounded half up once", "235.94", report.text("/totals/feeDue"));

        narrator.step("The contractor files it");
        Answer filed = narrator.show(
                client.post(FEES, path + "/submission")
                        .as(SELLER)
                        .key(key("report"))
                        .ifMatch(report.etag())
                        .json(SuiteClient.object().put("contactName", "Report clerk of the walk")),
                "/state",
                "/totals/feeDue",
                "/filing/receiptNumber");
        narrator.same("the answer", 201, filed.status());
        narrator.same("the state", "FILED", filed.text("/state"));
    }

    private void dashboard(BigDecimal salesBefore) {
        narrator.step("DGS sees it on the dashboard");
        Answer dashboard = narrator.showOnce(
                "the quarter's sales have grown by 18874.88",
                this::dashboardOfQuarter,
                answer -> sales(answer).subtract(salesBefore).compareTo(new BigDecimal("18874.88")) == 0,
                "/total/sales",
                "/total/feeDue",
                "/total/orders",
                "/total/reportsFiled",
                "/total/feeDueFiled");
        narrator.holds(
                "a report is counted as filed",
                dashboard.body().at("/total/reportsFiled").asInt() > 0);
    }

    private BigDecimal dashboardSales() {
        return sales(dashboardOfQuarter().send());
    }

    private Call dashboardOfQuarter() {
        return client.get(FEES, "/v1/dashboards/fees")
                .as(ANALYST)
                .query("by", "quarter")
                .query("from", quarter);
    }

    private static BigDecimal sales(Answer dashboard) {
        JsonNode sales = dashboard.body().at("/total/sales");
        return sales.isMissingNode() ? BigDecimal.ZERO : new BigDecimal(sales.asText());
    }

    /** An act on the order as it stands now. */
    private Call act(String who, String orderId, String act, String key) {
        String etag = client.get(ORDER, "/v1/orders/" + orderId).as(who).send().etag();
        return client.post(ORDER, "/v1/orders/" + orderId + "/" + act)
                .as(who)
                .key(key(key))
                .ifMatch(etag);
    }

    private Call act(String who, String orderId, String act, String key, ObjectNode body) {
        return act(who, orderId, act, key).json(body);
    }

    private Answer await(String orderId, String what, String state, int amendmentNumber) {
        return narrator.showOnce(
                what,
                () -> client.get(ORDER, "/v1/orders/" + orderId).as(BUYER),
                answer -> answer.text("/state").equals(state)
                        && answer.body().path("amendmentNumber").asInt() == amendmentNumber,
                "/state",
                "/documentVersion",
                "/amendmentNumber");
    }

    /** The agency's order: hours of the made-up item at that price, and some of a real one; tax and freight stand apart. */
    private ObjectNode order(String serial, LocalDate date, String auditPrice, String auditHours) {
        ObjectNode body = SuiteClient.object();
        body.put("agencyOrderNumber", "WALK-" + run + "-" + serial);
        body.put("orderDate", date.toString());
        body.put("contractorId", SELLER_ID);
        body.put("tax", "412.07");
        body.put("freight", "25.00");
        var lines = body.putArray("lines");
        lines.addObject()
                .put("lineId", "10")
                .put("cmasNumber", number)
                .put("itemId", AUDIT)
                .put("description", AUDIT_WORDS)
                .put("unit", "Hour")
                .put("quantity", auditHours)
                .put("unitPrice", auditPrice)
                .put("kind", "SERVICES");
        lines.addObject()
                .put("lineId", "20")
                .put("cmasNumber", number)
                .put("itemId", "GS35F216CA-001")
                .put("description", "Network Engineer-Project Manager")
                .put("unit", "Hour")
                .put("quantity", "40.25")
                .put("unitPrice", "159.50")
                .put("kind", "SERVICES");
        return body;
    }

    private LocalDate firstDate() {
        return quarter.firstDay().plusDays(20);
    }

    private String key(String what) {
        return "walk-" + run + "-" + what;
    }
}
