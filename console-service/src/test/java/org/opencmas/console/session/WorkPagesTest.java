package org.opencmas.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.console.ConsoleDatabase;

/** Pages of daily work over what the services' documents show as examples: orders in files, complaints, progress payments, what is written down of an order, and files that are sent. */
@QuarkusTest
@QuarkusTestResource(ConsoleDatabase.class)
@QuarkusTestResource(value = SignInProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ServicesByExample.Addresses.class, restrictToAnnotatedClass = true)
class WorkPagesTest extends PagesByExample {
    private static final String ID = "0190a000-0000-7000-8000-00000000a001";
    private static final String FILE = "01a224c3-4f9c-7000-a8ee-6f65b24c50f9";
    private static final String RESULTS = """
            {"items": [
              {"row": 2, "state": "PLACED", "agencyOrderNumber": "PO-1", "orderId": "%1$s"},
              {"row": 3, "state": "REFUSED", "agencyOrderNumber": "PO-<2>", "problem": {"type": "/problems/invalid-request", "title": "Bad request", "status": 400, "detail": "Not as asked",
                "errors": [{"pointer": "/lines/0/quantity", "detail": "is no number", "remedy": "Write 40 or 2.5."}, {"pointer": "/orderDate", "detail": "is missing"}]}},
              {"row": 5, "state": "REFUSED", "problem": {"type": "/problems/conflict", "title": "Conflict", "status": 409, "detail": "=The number is another order's."}}],
             "next": "/v1/order-imports/%1$s/results?limit=50&cursor=WzVd"}""".formatted(ID);

    @DisplayName("Each page shows what its service answers, to each role that it is for")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            buy:agency-buyer | /order-imports | Send a file of orders
            ana:dgs-analyst | /order-imports | erp-lodi (a system)
            aud:auditor | /order-imports/ID | What became of each order
            buy:agency-buyer | /order-imports/ID | Cancel the import
            buy:agency-buyer | /order-imports/ID?state=REFUSED | None is read yet
            buy:agency-buyer | /requests/ID/complaints | Write an answer down
            ana:dgs-analyst | /requests/ID/complaints | The letter came two days before the hour.
            rev:compliance-reviewer | /requests/ID | Informal complaints
            aud:auditor | /requests | Requests for offer
            buy:agency-approver | /orders/ID/progress-terms | Terms are agreed
            buy:agency-buyer | /orders/ID/money | Progress payments
            ana:dgs-analyst | /remittances/ID | Apply what is left
            ana:dgs-analyst | /credits/4-06-78-0031A | Propose to move it or give it back
            app:dgs-approver | /credits/4-06-78-0031A | Approve the release of
            aud:auditor | /trail?service=FEES&subject=x | Order PO-2026-00117</a>
            aud:auditor | /ledger | PO-2026-00117, version 1</a>
            ana:dgs-analyst | /reconciliations/4-06-78-0031A/2022-Q1 | LCO-12, version 1</a>
            aud:auditor | /aging | Not past due</dt>
            ana:dgs-analyst | /credits/4-06-78-0031A | Withdraw the release of $12.50
            """)
    void shows(String persona, String path, String text) throws Exception {
        try (var person = SignedInClient.of(RestAssured.port, persona)) {
            HttpResponse<String> answer = person.get(path.replace("ID", ID));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains(text).doesNotContain("NOT_FOUND", "does not answer");
        }
    }

    @DisplayName("Who only reads gets no form, and what is sent all the same is refused")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aud:auditor | /order-imports | Send a file of orders | /order-imports/ID/cancellation
            ana:dgs-analyst | /order-imports/ID | Cancel the import | /order-imports/ID/cancellation
            ana:dgs-analyst | /requests/ID/complaints | Write a complaint down | /requests/ID/complaints
            rev:compliance-reviewer | /requests/ID | Cancel the request | /requests/ID/cancellation
            aud:auditor | /remittances/ID | Apply what is left | /remittances/ID/allocations
            """)
    void readers(String persona, String path, String text, String act) throws Exception {
        try (var person = SignedInClient.of(RestAssured.port, persona)) {
            HttpResponse<String> answer = person.get(path.replace("ID", ID));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain(text);
            assertThat(person.post(act.replace("ID", ID), Map.of("key", "k")).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName(
            "A release of a credit that nobody approved is withdrawn with a reason; without one it is told at its field")
    void aReleaseIsWithdrawn() throws Exception {
        String release = "0190a000-0000-7000-8000-0000000000f5";
        String reason = "withdrawal." + release + ".reason";
        String act = "/credits/4-06-78-0031A/releases/" + release + "/withdrawal";
        try (var analyst = SignedInClient.of(RestAssured.port, "ana:dgs-analyst")) {
            services.received();
            HttpResponse<String> empty = analyst.post(act, Map.of("key", "k", reason, " "));
            assertThat(empty.statusCode()).isEqualTo(400);
            assertThat(empty.body())
                    .contains("<a href=\"#" + reason + "\"", "must say why, for the record.", "<details open>");
            assertThat(services.received()).noneMatch(asked -> asked.startsWith("withdrawCreditRelease"));
            HttpResponse<String> done = analyst.post(act, Map.of("key", "k", reason, "Read off another agreement"));
            assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
            assertThat(services.received())
                    .contains("withdrawCreditRelease /v1/agreement-credits/4-06-78-0031A/releases/" + release
                            + "/withdrawal {\"reason\":\"Read off another agreement\"}");
            services.answers(
                    "listCreditReleases",
                    200,
                    "{\"items\": [" + services.exampleOf("fees", "withdrawCreditRelease") + "]}");
            assertThat(analyst.get("/credits/4-06-78-0031A").body())
                    .contains("Withdrawn", "The amount was read off another agreement")
                    .doesNotContain("Withdraw the release");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /settlements/0190a000-0000-7000-8000-000000000e01/withdrawal | withdrawal | withdrawSettlement
            /figures/fee-rates/01a22288-2dc4-7000-8cf6-a48865a4edb7/withdrawal | withdrawal.01a22288-2dc4-7000-8cf6-a48865a4edb7.reason | withdrawFeeRate
            /figures/administrative-fee-rates/01a22288-2dc4-7000-8cf6-a48865a4edb7/withdrawal | withdrawal.01a22288-2dc4-7000-8cf6-a48865a4edb7.reason | withdrawAdministrativeFeeRate
            /figures/report-due-rules/01a22288-2dc4-7000-8cf6-a48865a4edb7/withdrawal | withdrawal.01a22288-2dc4-7000-8cf6-a48865a4edb7.reason | withdrawReportDueRule
            /remittances/0190a000-0000-7000-8000-0000000000f1/refunds/0190a000-0000-7000-8000-0000000000f2/withdrawal | withdrawal.0190a000-0000-7000-8000-0000000000f2.reason | withdrawRefund
            """)
    @DisplayName("What one person proposed and nobody approved is withdrawn with a reason")
    void aProposalIsWithdrawn(String act, String field, String operation) throws Exception {
        try (var analyst = SignedInClient.of(RestAssured.port, "ana:dgs-analyst")) {
            services.received();
            assertThat(analyst.post(act, Map.of("key", "k", field, " ")).statusCode())
                    .isEqualTo(400);
            assertThat(services.received()).noneMatch(asked -> asked.startsWith(operation));
            HttpResponse<String> done = analyst.post(act, Map.of("key", "k", field, "Typed wrong"));
            assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
            assertThat(services.received())
                    .anyMatch(asked -> asked.startsWith(operation) && asked.endsWith("{\"reason\":\"Typed wrong\"}"));
        }
    }

    @Test
    @DisplayName("What was withdrawn is told with its reason, and nobody can approve it any more")
    void whatWasWithdrawnIsTold() throws Exception {
        services.answers(
                "getSettlement",
                200,
                services.exampleOf("fees", "withdrawSettlement").toString());
        services.answers(
                "getRemittance",
                200,
                services.exampleOf("fees", "withdrawRefund").toString());
        services.answers(
                "listFeeRates",
                200,
                "{\"proposed\": [" + services.exampleOf("fees", "withdrawFeeRate") + "], \"rates\": []}");
        try (var approver = SignedInClient.of(RestAssured.port, "app:dgs-approver")) {
            assertThat(approver.get("/settlements/0190a000-0000-7000-8000-000000000e01")
                            .body())
                    .contains("Withdrawn", "The reports of 2012 were found", "would have settled")
                    .doesNotContain("Approve the settlement", "Withdraw the proposal");
            assertThat(approver.get("/remittances/0190a000-0000-7000-8000-0000000000f1")
                            .body())
                    .contains("Withdrawn", "The contractor wants it for its next report")
                    .doesNotContain("Approve the refund", "Withdraw the refund");
            assertThat(approver.get("/figures/fee-rates").body())
                    .contains("Given up", "The notice says another day")
                    .doesNotContain("Activate Incentive fee", "Withdraw Incentive fee");
        }
    }

    @Test
    @DisplayName("Empty pages say why, and what comes next")
    void empty() throws Exception {
        services.answers("listOrderImports", 200, "{\"items\": []}");
        services.answers("listComplaints", 200, "{\"requestId\": \"" + ID + "\", \"complaints\": []}");
        services.answers(
                "getOrderAccount",
                200,
                services.exampleOf("order", "getOrderAccount")
                        .without("progressTerms")
                        .toString());
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer");
                var analyst = SignedInClient.of(RestAssured.port, "ana:dgs-analyst")) {
            assertThat(buyer.get("/order-imports").body()).contains("No file of orders was sent. One that you send");
            assertThat(analyst.get("/order-imports").body())
                    .contains("No file of orders was sent. One that an agency sends");
            assertThat(buyer.get("/requests/" + ID + "/complaints").body())
                    .contains("No complaint is logged.", "is written down below");
            assertThat(analyst.get("/requests/" + ID + "/complaints").body())
                    .contains("No complaint is logged that the agency shares");
            assertThat(buyer.get("/orders/" + ID + "/progress-terms").body())
                    .contains("No terms are agreed: the order is paid when all of it is accepted.");
        }
    }

    @Test
    @DisplayName(
            "A file of orders is sent as it is, by its kind; another file, or none, is told at its field, and the choice stays")
    void ordersInAFile() throws Exception {
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            services.received();
            HttpResponse<String> wrong =
                    buyer.postFile("/order-imports/file", Map.of("mode", "ATOMIC"), "file", "orders.xlsx", bytes("x"));
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body())
                    .contains("must be a .csv file, or a .jsonl or .ndjson file", "value=\"ATOMIC\" selected");
            assertThat(buyer.postFile("/order-imports/file", Map.of("mode", "HALF"), "file", "a.csv", bytes("x"))
                            .body())
                    .contains("Where something is wrong must be one of those offered.");
            assertThat(services.received()).noneMatch(asked -> asked.startsWith("importOrders"));

            for (String name : new String[] {"orders.csv", "orders.JSONL"}) {
                HttpResponse<String> taken = buyer.postFile(
                        "/order-imports/file", Map.of("mode", "ATOMIC", "key", "k"), "file", name, bytes("PO-1\n"));
                assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
                assertThat(taken.headers().firstValue("Location"))
                        .hasValueSatisfying(place ->
                                assertThat(place).endsWith("/order-imports/01a224c3-4f9c-7000-a8ee-6f65b24c50f9"));
            }
            assertThat(services.received())
                    .filteredOn(asked -> asked.startsWith("importOrders"))
                    .containsExactly("importOrders /v1/order-imports PO-1\n", "importOrders /v1/order-imports PO-1\n");
        }
    }

    @Test
    @DisplayName("A file in which no orders can be told from each other is refused with every fault of every row")
    void aFileOfNoOrders() throws Exception {
        services.answers("importOrders", 422, """
                {"status": 422, "title": "Refused", "detail": "Nothing was taken: the header is wrong.",
                 "errors": [{"pointer": "/rows/1/agencyOrderNumber", "detail": "is missing", "remedy": "Add the column."}]}""");
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            HttpResponse<String> refused =
                    buyer.postFile("/order-imports/file", Map.of("mode", "CONTINUE"), "file", "a.csv", bytes("x"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body())
                    .contains("Nothing was taken: the header is wrong.", "agencyOrderNumber", "Add the column.");
        }
    }

    @Test
    @DisplayName(
            "What became of each order stands on the page of its file, with every fault and how to mend it; the refused ones are kept as CSV, without formulas")
    void resultsOfAFile() throws Exception {
        services.answers(
                "getOrderImport",
                200,
                services.exampleOf("order", "getOrderImport")
                        .put("state", "DONE")
                        .put("ordersRead", 3)
                        .put("ordersRefused", 2)
                        .toString());
        services.answers("listOrderImportResults", 200, RESULTS);
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            HttpResponse<String> page = buyer.get("/order-imports/" + FILE + "?state=REFUSED");
            assertThat(page.body())
                    .contains("<a href=\"/orders/" + ID + "\">PO-1</a>", "PO-&lt;2&gt;", "Without a number")
                    .contains(
                            "Line 1, quantity: is no number<br>Write 40 or 2.5.", "=The number is another order&#39;s.")
                    .contains("href=\"/order-imports/" + FILE + "?cursor=WzVd&amp;state=REFUSED\"")
                    .doesNotContain("hx-get=\"/order-imports", "Cancel the import");
            services.answers("listOrderImportResults", 200, RESULTS.replaceAll(",\\s*\"next\": \"[^\"]*\"", ""));
            HttpResponse<String> kept = buyer.get("/order-imports/" + FILE + "/refused.csv");
            assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
            assertThat(kept.body())
                    .contains("row,agency_order_number,field,what_is_wrong,what_puts_it_right")
                    .contains("3,PO-<2>,/lines/0/quantity,is no number,Write 40 or 2.5.")
                    .contains("5,,,'=The number is another order's.,");
            assertThat(buyer.get("/order-imports/" + FILE + "?state=NONE").statusCode())
                    .isEqualTo(400);
            assertThat(buyer.get("/order-imports/none").statusCode()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName(
            "A running file is looked at again by itself, and is left off by a word of its agency; what is refused of that is told")
    void aFileIsLeftOff() throws Exception {
        services.answers(
                "getOrderImport",
                200,
                services.exampleOf("order", "getOrderImport")
                        .put("state", "RUNNING")
                        .put("orders", 1_000)
                        .put("ordersRead", 250)
                        .put("trouble", "The registry does not answer.")
                        .toString());
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            assertThat(buyer.get("/order-imports/" + FILE).body())
                    .contains("hx-get=\"/order-imports/" + FILE + "\"", "250 of 1,000", "20% of the orders are read.")
                    .contains("The registry does not answer.");
            assertThat(buyer.post("/order-imports/" + FILE + "/cancellation", Map.of("key", "k"))
                            .statusCode())
                    .isEqualTo(303);
            services.answers(
                    "cancelOrderImport",
                    409,
                    "{\"status\": 409, \"title\": \"Conflict\", \"detail\": \"It has ended.\"}");
            HttpResponse<String> late = buyer.post("/order-imports/" + FILE + "/cancellation", Map.of("key", "k"));
            assertThat(late.statusCode()).isEqualTo(400);
            assertThat(late.body()).contains("It has ended.");
        }
    }

    @Test
    @DisplayName(
            "A complaint and its answer are written down; what is wrong stands at its field, in the form of its complaint, with what was typed (ORD-COMPLAINT)")
    void complaints() throws Exception {
        String complaint = "01a2230e-ec39-7000-b821-18965f2085b3";
        String log = "/requests/" + ID + "/complaints";
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            HttpResponse<String> wrong =
                    buyer.post(log, Map.of("complainant", "", "about", "Too <late>", "receivedOn", "soon", "key", "k"));
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body())
                    .contains("href=\"#complainant\"", "href=\"#receivedOn\"", "Too &lt;late&gt;</textarea>");
            services.answers(
                    "answerComplaint",
                    400,
                    "{\"status\": 400, \"title\": \"Bad request\", \"detail\": \"Not as asked\", \"errors\": [{\"pointer\": \"/answeredOn\", \"detail\": \"is before the complaint\"}]}");
            HttpResponse<String> early = buyer.post(
                    log + "/" + complaint + "/answers",
                    Map.of(complaint + ".answer", "It was not.", complaint + ".answeredOn", "2026-11-01", "key", "k"));
            assertThat(early.statusCode()).isEqualTo(400);
            assertThat(early.body())
                    .contains("id=\"" + complaint + ".answeredOn-error\"", "is before the complaint", "It was not.");

            services.received();
            assertThat(buyer.post(
                                    log,
                                    Map.of(
                                            "complainant", "Vector",
                                            "about", "Too late",
                                            "receivedOn", "2026-11-12",
                                            "sharedWithDgs", "true",
                                            "key", "k"))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(services.received())
                    .anyMatch(
                            asked -> asked.startsWith("recordComplaint")
                                    && asked.endsWith(
                                            "{\"complainant\":\"Vector\",\"about\":\"Too late\",\"receivedOn\":\"2026-11-12\",\"sharedWithDgs\":true}"));
            assertThat(buyer.post(log + "/none/answers", Map.of("key", "k")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName(
            "Terms of progress payments: what is wrong stands at its field, one more task keeps what was typed (PP-DEFINITION)")
    void progressTerms() throws Exception {
        String path = "/orders/" + ID + "/progress-terms";
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            HttpResponse<String> wrong = buyer.post(
                    path,
                    Map.of(
                            "kind",
                            "",
                            "withholdShare",
                            "ten",
                            "startsOn",
                            "soon",
                            "tasks.0.taskId",
                            "",
                            "tasks.0.amount",
                            "10",
                            "do",
                            "store"));
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body())
                    .contains(
                            "href=\"#kind\"",
                            "href=\"#withholdShare\"",
                            "href=\"#startsOn\"",
                            "href=\"#tasks.0.taskId\"");
            HttpResponse<String> more = buyer.post(
                    path, Map.of("tasks.0.taskId", "T1", "tasks.0.amount", "10", "do", "more", "etag", "\"0\""));
            assertThat(more.statusCode()).isEqualTo(200);
            assertThat(more.body()).contains("value=\"T1\"", "name=\"tasks.1.taskId\"", "value=\"&quot;0&quot;\"");
            services.answers(
                    "setProgressTerms",
                    400,
                    "{\"status\": 400, \"title\": \"Bad request\", \"detail\": \"Not as asked\", \"errors\": [{\"pointer\": \"/tasks/0/amount\", \"detail\": \"is above the price\"}]}");
            HttpResponse<String> refused = buyer.post(
                    path,
                    Map.of(
                            "kind", "NON_IT_SERVICES",
                            "tasks.0.taskId", "",
                            "tasks.1.taskId", "T2",
                            "tasks.1.amount", "10",
                            "do", "store"));
            assertThat(refused.body()).contains("id=\"tasks.1.amount-error\"", "is above the price");
            services.answers(
                    "setProgressTerms",
                    422,
                    "{\"status\": 422, \"title\": \"Refused\", \"detail\": \"At least 10% of the price is withheld.\"}");
            assertThat(buyer.post(path, Map.of("kind", "IT_SPECIAL", "withholdShare", "5%", "do", "store"))
                            .body())
                    .contains("At least 10% of the price is withheld.", "value=\"5%\"");
        }
    }

    @DisplayName(
            "The work is stopped and goes on, on the version that was seen, with the reason that the contractor reads")
    @ParameterizedTest
    @CsvSource({"stop-work, stop, stopWork", "resumption, resume, resumeWork"})
    void stoppedAndGoingOn(String act, String field, String operation) throws Exception {
        services.keepsVersions();
        String path = "/orders/" + ID + "/" + act;
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            HttpResponse<String> wrong =
                    buyer.post(path, Map.of(field + ".effectiveOn", "soon", field + ".reason", ""));
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body()).contains("href=\"#" + field + ".effectiveOn\"");
            services.received();
            Map<String, String> form = Map.of(
                    field + ".effectiveOn", "2026-11-27", field + ".reason", "Rain.", "etag", "\"1\"", "key", "k");
            HttpResponse<String> done = buyer.post(path, form);
            assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
            assertThat(services.received())
                    .anyMatch(asked -> asked.startsWith(operation + " /v1/orders/" + ID)
                            && asked.contains("\"effectiveOn\":\"2026-11-27\"")
                            && asked.contains("\"reason\":\"Rain.\""));
            assertThat(buyer.post(path, form).statusCode())
                    .as("seen before it was done")
                    .isEqualTo(412);
        }
    }

    @DisplayName("What is written down of an order is sent as it was typed, and the page shows it")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dispatch | recordDispatch | dispatch.method=MAIL&dispatch.sentOn=2026-11-27&dispatch.sentTo=Orders desk | "sentTo":"Orders desk"
            contact | recordContact | contact.spokeWith=C. Seller&contact.contactedOn=2026-11-27&contact.about=The price | "spokeWith":"C. Seller"
            bond | recordBond | bond.kind=PAYMENT&bond.form=Std. 807&bond.amount=1,000.00 | "amount":"1000.00"
            file-item | recordFileItem | file-item.item=CMAS_COPY&file-item.keptAt=Room 3 | "keptAt":"Room 3"
            """)
    void writtenDown(String record, String operation, String typed, String sent) throws Exception {
        Map<String, String> form = new HashMap<>(Map.of("key", "k"));
        for (String field : typed.split("&", -1)) {
            form.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer");
                var contractor = SignedInClient.of(RestAssured.port, "cal:contractor")) {
            services.received();
            HttpResponse<String> done = buyer.post("/orders/" + ID + "/records/" + record, form);
            assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
            assertThat(done.headers().firstValue("Location"))
                    .hasValueSatisfying(place -> assertThat(place).endsWith("/orders/" + ID + "/records"));
            assertThat(services.received())
                    .anyMatch(asked -> asked.startsWith(operation + " /v1/orders/" + ID) && asked.contains(sent));
            assertThat(buyer.get("/orders/" + ID + "/records").body()).contains("C. Seller");
            assertThat(contractor
                            .post("/orders/" + ID + "/records/" + record, form)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName(
            "A document of an agreement is sent byte by byte, with its place; what the service refuses of it stands at its field (CON-COPY-OBTAINED)")
    void aDocument() throws Exception {
        byte[] content = {'%', 'P', 'D', 'F', 0, (byte) 0xff, '\r', '\n', 7};
        String path = "/agreements/3-16-70-3298A/documents/file";
        Map<String, String> place = Map.of(
                "file.part",
                "BASE_CONTRACT_TERMS",
                "file.supplement",
                "0",
                "file.title",
                "Base <contract>",
                "key",
                "k");
        try (var analyst = SignedInClient.of(RestAssured.port, "ana:dgs-analyst");
                var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            services.received();
            HttpResponse<String> none = analyst.postFile(path, place, "file.content", "", content);
            assertThat(none.statusCode()).isEqualTo(400);
            assertThat(none.body()).contains("must be chosen.", "value=\"Base &lt;contract&gt;\"");
            assertThat(services.received()).noneMatch(asked -> asked.startsWith("uploadAgreementDocument"));
            HttpResponse<String> sent = analyst.postFile(path, place, "file.content", "base.pdf", content);
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
            assertThat(services.received())
                    .anyMatch(asked -> asked.startsWith("uploadAgreementDocument")
                            && asked.endsWith(new String(content, StandardCharsets.UTF_8)));
            services.answers(
                    "uploadAgreementDocument",
                    415,
                    "{\"status\": 415, \"title\": \"Unsupported\", \"detail\": \"The content is no PDF.\"}");
            HttpResponse<String> refused = analyst.postFile(path, place, "file.content", "base.pdf", content);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("The content is no PDF.", "value=\"Base &lt;contract&gt;\"");
            assertThat(buyer.postFile(path, place, "file.content", "base.pdf", content)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName(
            "What is left of a payment is applied to the oldest, or to one report, and taken back also when nothing is left")
    void unappliedCash() throws Exception {
        String path = "/remittances/" + ID + "/allocations";
        try (var analyst = SignedInClient.of(RestAssured.port, "ana:dgs-analyst")) {
            services.received();
            assertThat(analyst.post(path, Map.of("do", "oldest", "key", "k")).statusCode())
                    .isEqualTo(303);
            assertThat(services.received())
                    .contains("allocateRemittance /v1/remittances/" + ID + "/allocations {\"allocations\":[]}");
            services.answers(
                    "getRemittance",
                    200,
                    services.exampleOf("fees", "getRemittance")
                            .put("unapplied", "0.00")
                            .toString());
            assertThat(analyst.get("/remittances/" + ID).body())
                    .contains("Nothing is left of it.", "Apply it to one report, or take that back")
                    .doesNotContain("Apply what is left to the oldest", "Propose to give back");
            assertThat(analyst.post(
                                    path,
                                    Map.of(
                                            "do", "one",
                                            "cmasNumber", "4-06-78-0031A",
                                            "quarter", "2022-Q1",
                                            "amount", "-9,500.00",
                                            "key", "k"))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(services.received())
                    .anyMatch(asked -> asked.endsWith("\"quarter\":\"2022-Q1\",\"amount\":\"-9500.00\"}]}"));
            services.answers(
                    "allocateRemittance",
                    422,
                    "{\"status\": 422, \"title\": \"Refused\", \"detail\": \"Only 50.00 is left of the payment.\"}");
            HttpResponse<String> refused = analyst.post(
                    path,
                    Map.of(
                            "do",
                            "one",
                            "cmasNumber",
                            "4-06-78-0031A",
                            "quarter",
                            "2022-Q1",
                            "amount",
                            "60",
                            "key",
                            "k"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("Only 50.00 is left of the payment.", "value=\"60\"");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
