package org.opencmas.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.console.ConsoleDatabase;

/**
 * Two tabs show the same thing, and something comes in between: what is sent from the second is about what its reader saw, so it is refused, says what changed, and keeps what
 * was typed; sent again from the page that told, it is done.
 */
@QuarkusTest
@QuarkusTestResource(ConsoleDatabase.class)
@QuarkusTestResource(value = SignInProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ServicesByExample.Addresses.class, restrictToAnnotatedClass = true)
class TwoTabsTest extends PagesByExample {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORDER = "01a22288-168f-7000-983f-e1520939b7cb";
    private static final String REPORT = "/reports/4-06-78-0031A/2022-Q1";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private static final String AGENCY = """
            {"agencyId": "0190a000-0000-7000-8000-00000000a007", "name": "City of Lodi", "type": "CITY", "agencyClass": "LOCAL", "version": 1,
             "policy": {"orderLimit": "100000.00", "orderLimitAction": "WARN", %s}}""";

    @BeforeEach
    void open() throws Exception {
        services.keepsVersions();
        // Who is there meanwhile is known by name, since they sign in here too.
        SignedInClient.of(RestAssured.port, "a.nother:auditor").close();
    }

    @DisplayName(
            "An invoice that changed since the page was shown is not approved, disputed, undisputed or corrected: the page says what became of it, and keeps what was typed (PAY-MATCH)")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            approval | RECEIVED | approval.invoiceId | approval.sameCompanyNote | approveInvoice
            dispute | RECEIVED | dispute.invoiceId | dispute.reason | disputeInvoice
            dispute-withdrawal | DISPUTED | withdrawal.invoiceId | withdrawal.reason | withdrawDispute
            invoice | RECEIVED | invoice.corrects | invoice.correctionReason | correctInvoice
            """)
    void anInvoice(String act, String state, String choice, String typed, String operation) throws Exception {
        ObjectNode seen = invoice(state);
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            HttpResponse<String> tab = buyer.get("/orders/" + ORDER + "/money");
            assertThat(tab.statusCode()).as(tab.body()).isEqualTo(200);
            Map<String, String> form = form(tab, "/orders/" + ORDER + "/money/" + act);
            form.put(choice, seen.path("invoiceId").asText());
            form.put(typed, "My own <words>.");
            if (act.equals("invoice")) {
                form.put("invoice.invoiceNumber", "CA-2026-311");
            }

            ObjectNode now = invoice("APPROVED");
            now.put("invoiceVersion", 3).put("total", "936.00").put("correctionReason", "An hour less.");
            ((ArrayNode) now.path("acts"))
                    .addObject()
                    .put("act", "APPROVE")
                    .put("invoiceVersion", 3)
                    .put("actedOn", "2026-11-29")
                    .put("at", "2026-11-29T18:00:00Z")
                    .put("by", "a.nother");
            answer(now);
            services.isChangedByAnother();
            services.received();
            HttpResponse<String> stale = buyer.post("/orders/" + ORDER + "/money/" + act, form);

            assertThat(stale.statusCode()).as(stale.body()).isEqualTo(412);
            assertThat(stale.body())
                    .contains("It was changed meanwhile, so nothing was done")
                    .contains("version 3, received November 24, 2026: An hour less.</ins>")
                    .contains(
                            "Total: you saw <del class=\"typed\">$1,040.00</del>, it is now <ins class=\"typed\">$936.00</ins>")
                    .contains("Approved by Person a.nother, November 29, 2026, 10:00 AM PST")
                    .contains("My own &lt;words&gt;.")
                    .contains("value=\"" + now.path("invoiceId").asText() + "\" selected");

            Map<String, String> again = form(stale, "/orders/" + ORDER + "/money/" + act);
            form.putAll(again);
            assertThat(buyer.post("/orders/" + ORDER + "/money/" + act, form).statusCode())
                    .isEqualTo(303);
            assertThat(services.received())
                    .filteredOn(asked -> asked.startsWith(operation + " "))
                    .hasSize(2);
        }
    }

    @Test
    @DisplayName(
            "A fault of another field does not make a form about the invoice of now: it stays about the one that its reader saw")
    void aFaultInBetween() throws Exception {
        ObjectNode seen = invoice("RECEIVED");
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            String path = "/orders/" + ORDER + "/money/dispute";
            Map<String, String> form = form(buyer.get("/orders/" + ORDER + "/money"), path);
            form.put("dispute.invoiceId", seen.path("invoiceId").asText());
            form.put("dispute.reason", "It names another order.");
            form.put("dispute.disputedOn", "soon");
            services.isChangedByAnother();
            HttpResponse<String> faulty = buyer.post(path, form);
            assertThat(faulty.statusCode()).isEqualTo(400);
            form.putAll(form(faulty, path));
            form.put("dispute.disputedOn", "");
            assertThat(buyer.post(path, form).statusCode()).isEqualTo(412);
        }
    }

    @Test
    @DisplayName(
            "A form from before the page carried versions, or of an invoice that it did not show, does nothing: the service asks for the version")
    void aFormWithoutVersions() throws Exception {
        ObjectNode seen = invoice("RECEIVED");
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            HttpResponse<String> answer = buyer.post(
                    "/orders/" + ORDER + "/money/approval",
                    Map.of("approval.invoiceId", seen.path("invoiceId").asText(), "key", "k"));
            assertThat(answer.statusCode()).isEqualTo(412);
            assertThat(answer.body()).contains("What this page shows of the invoice reads as before.");
            assertThat(buyer.post("/orders/" + ORDER + "/money/approval", Map.of("approval.invoiceId", "none"))
                            .body())
                    .contains("must be one that waits to be approved.");
        }
    }

    @Test
    @DisplayName(
            "A report is written on what its page showed, also after a fault; its own save before a refused filing is not another's change")
    void aReport() throws Exception {
        services.answers("getQuarterlyReport", 200, report("DUE").toString());
        try (var clerk = SignedInClient.of(RestAssured.port, "cal:contractor")) {
            Map<String, String> form = form(clerk.get(REPORT), "name=\"known\"", REPORT);
            form.put("do", "SAVE");
            form.put("remarks", "My remarks.");
            form.put("added.0.agencyName", "City of Galt");
            form.put("added.0.total", "much");
            HttpResponse<String> faulty = clerk.post(REPORT, form);
            assertThat(faulty.statusCode()).isEqualTo(400);
            services.isChangedByAnother();
            form.putAll(form(clerk.post(REPORT, form), "name=\"known\"", REPORT));
            form.remove("added.0.agencyName");
            form.remove("added.0.total");
            HttpResponse<String> stale = clerk.post(REPORT, form);
            assertThat(stale.statusCode()).as(stale.body()).isEqualTo(412);
            assertThat(stale.body()).contains("It was changed meanwhile", "My remarks.");

            form.putAll(form(stale, "name=\"known\"", REPORT));
            form.put("do", "FILE");
            services.answers(
                    "fileQuarterlyReport", 409, "{\"status\": 409, \"title\": \"Conflict\", \"detail\": \"Not now.\"}");
            HttpResponse<String> refused = clerk.post(REPORT, form);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains("Not now.");
            form.putAll(form(refused, "name=\"known\"", REPORT));
            HttpResponse<String> again = clerk.post(REPORT, form);
            assertThat(again.statusCode())
                    .as("its own save is no change of another")
                    .isEqualTo(400);
        }
    }

    @Test
    @DisplayName(
            "A report that was returned or corrected meanwhile is not returned once more unseen, also after a fault")
    void aReturn() throws Exception {
        String path = REPORT + "/return";
        try (var analyst = SignedInClient.of(RestAssured.port, "ana:dgs-analyst")) {
            Map<String, String> form = form(analyst.get(path), path);
            form.put("reasons", " ");
            services.isChangedByAnother();
            HttpResponse<String> faulty = analyst.post(path, form);
            assertThat(faulty.statusCode()).isEqualTo(400);
            form.putAll(form(faulty, path));
            form.put("reasons", "Lodi is missing.");
            ObjectNode versions = services.exampleOf("fees", "listReportVersions");
            ((ArrayNode) versions.path("versions"))
                    .addObject()
                    .put("version", 3)
                    .put("receiptNumber", "r")
                    .put("reason", "WRONG_AMOUNT")
                    .put("filedAt", "2026-11-29T18:00:00Z")
                    .put("filedBy", "a.clerk");
            services.answers("listReportVersions", 200, versions.toString());
            HttpResponse<String> stale = analyst.post(path, form);
            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(stale.body())
                    .contains("Version 3 was filed by a.clerk, November 29, 2026, 10:00 AM PST", "Lodi is missing.");
            form.putAll(form(stale, path));
            assertThat(analyst.post(path, form).statusCode()).isEqualTo(303);
        }
    }

    @Test
    @DisplayName("A policy that another approver set meanwhile is not written over, also after a fault")
    void aPolicy() throws Exception {
        services.answers("getAgency", 200, AGENCY.formatted("\"minOffers\": 2"));
        try (var approver = SignedInClient.of(RestAssured.port, "app:agency-approver")) {
            Map<String, String> form = form(approver.get("/policy"), "/policy");
            form.put("retentionYears", "seven");
            services.isChangedByAnother();
            HttpResponse<String> faulty = approver.post("/policy", form);
            assertThat(faulty.statusCode()).isEqualTo(400);
            form.putAll(form(faulty, "/policy"));
            form.put("retentionYears", "7");
            services.answers("getAgency", 200, AGENCY.formatted("\"minOffersAction\": \"BLOCK\", \"minOffers\": 3"));
            HttpResponse<String> stale = approver.post("/policy", form);
            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(stale.body())
                    .contains("It was changed meanwhile, so nothing was stored", "value=\"7\"")
                    .contains(
                            "Offers asked for at least: you saw <del class=\"typed\">2</del>, it is now <ins class=\"typed\">3</ins>")
                    .contains(
                            "Fewer than that: you saw <del class=\"typed\">Nothing is set</del>, it is now <ins class=\"typed\">Stops the order</ins>");
        }
    }

    @Test
    @DisplayName(
            "A file is saved over the report that its page showed: one that was refused for a fault does not make it of now")
    void aFile() throws Exception {
        services.answers("getQuarterlyReport", 200, report("DUE").toString());
        String path = REPORT + "/upload";
        try (var clerk = SignedInClient.of(RestAssured.port, "cal:contractor")) {
            Map<String, String> form = form(clerk.get(path), path + "/file");
            services.isChangedByAnother();
            HttpResponse<String> faulty = clerk.postFile(path + "/file", form, "file", "report.pdf", "x".getBytes());
            assertThat(faulty.statusCode()).isEqualTo(400);
            Map<String, String> again = form(faulty, path + "/file");
            assertThat(again.get("etag")).isEqualTo(form.get("etag"));
            HttpResponse<String> stale = clerk.postFile(path + "/file", again, "file", "report.csv", "x".getBytes());
            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(stale.body()).contains("It was changed meanwhile", "A file has to be chosen once more");
            assertThat(form(stale, path + "/file").get("etag")).isNotEqualTo(form.get("etag"));
        }
    }

    @Test
    @DisplayName("Terms of progress payments are agreed on the order as its page showed it (PP-DEFINITION)")
    void progressTerms() throws Exception {
        String path = "/orders/" + ORDER + "/progress-terms";
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            HttpResponse<String> tab = buyer.get(path);
            assertThat(tab.body()).contains("value=\"10\"", "value=\"2026-11-09\"", "written down by");
            Map<String, String> form = form(tab, path);
            form.putAll(Map.of(
                    "kind", "NON_IT_SERVICES",
                    "withholdShare", "12.5",
                    "tasks.0.taskId", "T1",
                    "tasks.0.amount", "1,000.00",
                    "tasks.0.separateAndDistinct", "YES",
                    "tasks.0.decidedBy", "B. Buyer"));
            services.isChangedByAnother();
            HttpResponse<String> stale = buyer.post(path, form);
            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(stale.body()).contains("It was changed meanwhile", "value=\"12.5\"", "value=\"1,000.00\"");
            form.putAll(form(stale, path));
            services.received();
            assertThat(buyer.post(path, form).statusCode()).isEqualTo(303);
            assertThat(services.received())
                    .anyMatch(
                            asked -> asked.startsWith("setProgressTerms")
                                    && asked.endsWith(
                                            "{\"kind\":\"NON_IT_SERVICES\",\"withholdShare\":\"0.125\",\"tasks\":[{\"taskId\":\"T1\",\"amount\":\"1000.00\",\"separateAndDistinct\":true,\"decidedBy\":\"B. Buyer\"}]}"));
        }
    }

    private ObjectNode report(String state) {
        return services.exampleOf("fees", "getQuarterlyReport").put("state", state);
    }

    /** Has the order have one invoice, in this state. */
    private ObjectNode invoice(String state) {
        ObjectNode invoice = services.exampleOf("order", "getInvoice").put("state", state);
        answer(invoice);
        return invoice;
    }

    private void answer(ObjectNode invoice) {
        ObjectNode list = JSON.createObjectNode().put("orderId", ORDER);
        list.putArray("invoices").add(invoice);
        services.answers("listInvoices", 200, list.toString());
        services.answers("getInvoice", 200, invoice.toString());
    }

    /** Returns what a form of a page sends unseen. */
    private static Map<String, String> form(HttpResponse<String> page, String action) {
        return form(page, "", action);
    }

    /** @param with what the form has, where there are several with the action */
    private static Map<String, String> form(HttpResponse<String> page, String with, String action) {
        for (String form : page.body().split("<form ", -1)) {
            if (form.contains("action=\"" + action + "\"") && form.contains(with) && form.contains("method=\"post\"")) {
                Map<String, String> fields = new HashMap<>();
                HIDDEN.matcher(form.substring(0, form.indexOf("</form>")))
                        .results()
                        .forEach(field -> fields.put(
                                field.group(1),
                                field.group(2)
                                        .replace("&quot;", "\"")
                                        .replace("&#39;", "'")
                                        .replace("&lt;", "<")
                                        .replace("&gt;", ">")
                                        .replace("&amp;", "&")));
                return fields;
            }
        }
        throw new AssertionError("There is no form for " + action + " in " + page.body());
    }
}
