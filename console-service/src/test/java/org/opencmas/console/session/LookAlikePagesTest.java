package org.opencmas.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.console.ConsoleDatabase;

/** The pages on which an analyst ties orders that a report types otherwise than their agency, over what the service's document shows as examples (RPT-ALL-LOCAL). */
@QuarkusTest
@QuarkusTestResource(ConsoleDatabase.class)
@QuarkusTestResource(value = SignInProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ServicesByExample.Addresses.class, restrictToAnnotatedClass = true)
class LookAlikePagesTest extends PagesByExample {
    private static final String ANALYST = "ana:dgs-analyst";
    private static final String PAIR = "0190a000-0000-3000-8000-0000000000f7";
    private static final String TIE = "0190a000-0000-7000-8000-0000000000f9";
    private static final String TIED = "/look-alikes/" + PAIR + "/tie";
    private static final String WITHDRAWN = "/look-alikes/ties/" + TIE + "/withdrawal";
    private static final String NARROWED = "/look-alikes?cmas=4-06-78-0031A&quarter=2022-Q1";

    @DisplayName("Each role that may read look-alikes and ties reads them; the form is an analyst's alone")
    @ParameterizedTest
    @CsvSource({
        "ana:dgs-analyst, true",
        "app:dgs-approver, false",
        "rev:compliance-reviewer, false",
        "aud:auditor, false",
        "cal:contractor, false",
    })
    void readers(String persona, boolean mayTie) throws Exception {
        try (var person = SignedInClient.of(RestAssured.port, persona)) {
            HttpResponse<String> pairs = person.get("/look-alikes");
            assertThat(pairs.statusCode()).as(pairs.body()).isEqualTo(200);
            assertThat(pairs.body())
                    .contains("PO 77", "City of Fremont", ">PO-77</a>", "1,000.00", "Sure", "only blanks, signs");
            assertThat(pairs.body().contains("action=\"" + TIED + "\"")).isEqualTo(mayTie);
            HttpResponse<String> ties = person.get("/look-alikes/ties");
            assertThat(ties.statusCode()).as(ties.body()).isEqualTo(200);
            assertThat(ties.body()).contains("PO 77", "The agency&#39;s paper has this number");
            assertThat(ties.body().contains("action=\"" + WITHDRAWN + "\"")).isEqualTo(mayTie);
            if (!mayTie) {
                assertThat(person.post(TIED, Map.of("key", "k")).statusCode()).isEqualTo(403);
                assertThat(person.post(WITHDRAWN, Map.of("key", "k")).statusCode())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    @DisplayName("An agency's buyer gets neither page, as the service gives it neither")
    void notABuyers() throws Exception {
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            assertThat(buyer.get("/look-alikes").statusCode()).isEqualTo(403);
            assertThat(buyer.get("/look-alikes/ties").statusCode()).isEqualTo(403);
        }
    }

    @Test
    @DisplayName("Empty pages say what would stand there; narrowed ones lead back to all")
    void empty() throws Exception {
        services.answers("listOrderLookAlikes", 200, "{\"items\": []}");
        services.answers("listOrderTies", 200, "{\"items\": []}");
        try (var analyst = SignedInClient.of(RestAssured.port, ANALYST)) {
            assertThat(analyst.get("/look-alikes").body())
                    .contains("None: no order that a filed report adds looks like a known one.");
            assertThat(analyst.get(NARROWED).body()).contains("No order of these reports looks like a known one.");
            assertThat(analyst.get("/look-alikes/ties").body()).contains("None: nobody has tied two orders yet.");
            assertThat(analyst.get("/look-alikes/ties?cmas=4-06-78-0031A").body())
                    .contains("No orders of this agreement were tied.");
        }
    }

    @Test
    @DisplayName("The list goes on where the service's page ended, with the agreement and quarter it was narrowed to")
    void goesOn() throws Exception {
        services.answers(
                "listOrderLookAlikes",
                200,
                services.exampleOf("fees", "listOrderLookAlikes")
                        .put("next", "/v1/order-look-alikes?limit=50&cursor=WzFd")
                        .toString());
        services.answers(
                "listOrderTies",
                200,
                services.exampleOf("fees", "listOrderTies")
                        .put("next", "/v1/order-ties?limit=50&cursor=WzJd")
                        .toString());
        try (var analyst = SignedInClient.of(RestAssured.port, ANALYST)) {
            assertThat(analyst.get(NARROWED).body())
                    .contains("/look-alikes?cursor=WzFd", "cmas=4-06-78-0031A", "quarter=2022-Q1", "Next 50");
            assertThat(analyst.get("/look-alikes/ties").body()).contains("/look-alikes/ties?cursor=WzJd");
        }
    }

    @Test
    @DisplayName("What the list is narrowed to wrongly is told at its field")
    void narrowedWrongly() throws Exception {
        String fault =
                "{\"status\": 400, \"title\": \"Bad request\", \"detail\": \"Not as asked\", \"errors\": [{\"pointer\": \"cmasNumber\", \"detail\": \"is no CMAS number\"}]}";
        services.answers("listOrderLookAlikes", 400, fault);
        services.answers("listOrderTies", 400, fault);
        try (var analyst = SignedInClient.of(RestAssured.port, ANALYST)) {
            for (String page : new String[] {"/look-alikes", "/look-alikes/ties"}) {
                HttpResponse<String> answer = analyst.get(page + "?cmas=9");
                assertThat(answer.statusCode()).isEqualTo(400);
                assertThat(answer.body())
                        .contains("id=\"cmas-error\"", "is no CMAS number", "value=\"9\"")
                        .doesNotContain("Show all");
            }
        }
    }

    @Test
    @DisplayName(
            "A pair is tied with a reason, and the list goes on as it was narrowed; a tie is withdrawn in the same way")
    void tiedAndWithdrawn() throws Exception {
        try (var analyst = SignedInClient.of(RestAssured.port, ANALYST)) {
            services.received();
            Map<String, String> form = form(analyst.get(NARROWED), TIED);
            form.put("tie." + PAIR + ".reason", "The paper has it.");
            HttpResponse<String> tied = analyst.post(TIED, form);
            assertThat(tied.statusCode()).as(tied.body()).isEqualTo(303);
            assertThat(place(tied)).endsWith("/look-alikes?cmas=4-06-78-0031A&quarter=2022-Q1&said=tied");
            assertThat(analyst.get(NARROWED + "&said=tied").body()).contains("The two are tied.");

            form = form(analyst.get("/look-alikes/ties"), WITHDRAWN);
            form.put("withdrawal." + TIE + ".reason", "There are two papers.");
            HttpResponse<String> withdrawn = analyst.post(WITHDRAWN, form);
            assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(303);
            assertThat(place(withdrawn)).endsWith("/look-alikes/ties?said=withdrawn");
            assertThat(analyst.get("/look-alikes/ties?said=withdrawn").body()).contains("The tie is withdrawn.");
            assertThat(services.received())
                    .contains(
                            "tieOrder /v1/order-look-alikes/" + PAIR + "/tie {\"reason\":\"The paper has it.\"}",
                            "withdrawOrderTie /v1/order-ties/" + TIE
                                    + "/withdrawal {\"reason\":\"There are two papers.\"}");
        }
    }

    @Test
    @DisplayName(
            "Without a reason nothing is sent, and what the service refuses of one stands at its field with what was typed")
    void refused() throws Exception {
        String field = "tie." + PAIR + ".reason";
        String other = "withdrawal." + TIE + ".reason";
        try (var analyst = SignedInClient.of(RestAssured.port, ANALYST)) {
            services.received();
            HttpResponse<String> none = analyst.post(TIED, Map.of("key", "k", field, " "));
            assertThat(none.statusCode()).isEqualTo(400);
            assertThat(none.body())
                    .contains("href=\"#" + field + "\"", "Why they are one order must say why, for the record.");
            assertThat(analyst.post(WITHDRAWN, Map.of("key", "k", other, "")).body())
                    .contains("href=\"#" + other + "\"", "Why they are two orders must say why, for the record.");
            assertThat(services.received())
                    .noneMatch(asked -> asked.startsWith("tieOrder") || asked.startsWith("withdrawOrderTie"));

            String fault =
                    "{\"status\": 400, \"title\": \"Bad request\", \"detail\": \"Not as asked\", \"errors\": [{\"pointer\": \"/reason\", \"detail\": \"has a sign that is not taken\"}]}";
            services.answers("tieOrder", 400, fault);
            services.answers("withdrawOrderTie", 400, fault);
            assertThat(analyst.post(TIED, Map.of("key", "k", field, "Mine <own>"))
                            .body())
                    .contains(
                            "id=\"" + field + "-error\"",
                            "has a sign that is not taken",
                            "Mine &lt;own&gt;</textarea>");
            assertThat(analyst.post(WITHDRAWN, Map.of("key", "k", other, "Mine <own>"))
                            .body())
                    .contains(
                            "id=\"" + other + "-error\"",
                            "has a sign that is not taken",
                            "Mine &lt;own&gt;</textarea>");
        }
    }

    @Test
    @DisplayName(
            "A pair that waits no longer and was not tied either, since a report or an order changed, is told to be gone")
    void gone() throws Exception {
        try (var analyst = SignedInClient.of(RestAssured.port, ANALYST)) {
            Map<String, String> form = form(analyst.get("/look-alikes"), TIED);
            form.put("tie." + PAIR + ".reason", "The paper has it.");
            services.answers("tieOrder", 404, "{\"status\": 404, \"title\": \"Not found\", \"detail\": \"None.\"}");
            services.answers("listOrderLookAlikes", 200, "{\"items\": []}");
            services.answers("listOrderTies", 200, "{\"items\": []}");
            HttpResponse<String> stale = analyst.post(TIED, form);
            assertThat(stale.statusCode()).as(stale.body()).isEqualTo(412);
            assertThat(stale.body())
                    .contains(
                            "Looks alike: gone is <del class=\"typed\">PO 77, of City of Fremont, reported for 2022 Q1 (Jan-Mar), and PO-77</del>")
                    .contains("Why they are one order: <span class=\"typed\">The paper has it.</span>");
        }
    }

    @Test
    @DisplayName("A conflict that is no withdrawal of the tie stands at the top, with the form as it was")
    void anotherConflict() throws Exception {
        services.answers(
                "withdrawOrderTie",
                409,
                "{\"status\": 409, \"title\": \"Conflict\", \"detail\": \"It is still being done.\"}");
        String field = "withdrawal." + TIE + ".reason";
        try (var analyst = SignedInClient.of(RestAssured.port, ANALYST)) {
            HttpResponse<String> answer = analyst.post(WITHDRAWN, Map.of("key", "k", field, "Two papers."));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("It is still being done.", "Two papers.</textarea>");
        }
    }

    @Test
    @DisplayName(
            "The work queue, a filed report and its reconciliation lead to the look-alikes of the report; a reviewer gets no ledger with it")
    void ledTo() throws Exception {
        services.answers("listWorkItems", 200, """
                {"items": [{"kind": "ORDER_TYPED_DIFFERENTLY", "cmasNumber": "4-06-78-0031A", "quarter": "2022-Q1", "contractorName": "FieldTurf",
                  "orderId": "0190a000-0000-7000-8000-0000000000f8", "since": "2026-11-28", "ageDays": 2, "amount": "1000.00", "link": "/v1/order-look-alikes"}]}""");
        ObjectNode report = services.exampleOf("fees", "getQuarterlyReport").put("state", "FILED");
        report.withObject("/filing")
                .put("receiptNumber", "r")
                .put("filedAt", "2026-11-28T15:00:00Z")
                .put("filedBy", "c.clerk");
        ArrayNode alike = report.putArray("typedDifferently");
        alike.add(services.exampleOf("fees", "listOrderLookAlikes").at("/items/0"));
        services.answers("getQuarterlyReport", 200, report.toString());
        ObjectNode reconciliation = services.exampleOf("fees", "getReconciliation");
        reconciliation
                .putArray("differences")
                .addObject()
                .put("cause", "TYPED_DIFFERENTLY")
                .put("agencyName", "City of Fremont")
                .put("purchaseOrderNumber", "PO 77")
                .put("amendmentNumber", 0)
                .put("salesDifference", "1000.00")
                .put("feeDifference", "12.50")
                .put("correction", "Tie the two at /v1/order-look-alikes.");
        services.answers("getReconciliation", 200, reconciliation.toString());
        try (var analyst = SignedInClient.of(RestAssured.port, ANALYST);
                var reviewer = SignedInClient.of(RestAssured.port, "rev:compliance-reviewer")) {
            assertThat(analyst.get("/reconciliations/4-06-78-0031A/2022-Q1").body())
                    .contains("The ledger behind it");
            assertThat(reviewer.get("/reconciliations/4-06-78-0031A/2022-Q1").body())
                    .contains("The agency seems to have it by another number")
                    .doesNotContain("The ledger behind it");
            for (String page :
                    new String[] {"/queue", "/reports/4-06-78-0031A/2022-Q1", "/reconciliations/4-06-78-0031A/2022-Q1"
                    }) {
                assertThat(analyst.get(page).body())
                        .as(page)
                        .contains("href=\"" + NARROWED.replace("&", "&amp;") + "\"")
                        .doesNotContain("/v1/");
            }
        }
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static Map<String, String> form(HttpResponse<String> page, String action) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return FormOnPage.of(page.body(), action).orElseThrow();
    }
}
