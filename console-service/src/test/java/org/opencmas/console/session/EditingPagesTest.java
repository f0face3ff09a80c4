package org.opencmas.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.console.ConsoleDatabase;

/** Pages on which the registry and orders are edited, over what the services' documents show as examples. */
@QuarkusTest
@QuarkusTestResource(ConsoleDatabase.class)
@QuarkusTestResource(value = SignInProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ServicesByExample.Addresses.class, restrictToAnnotatedClass = true)
class EditingPagesTest extends PagesByExample {
    private static final String ID = "0190a000-0000-7000-8000-00000000a001";
    private static final String STALE = """
            {"status": 412, "title": "Precondition failed", "detail": "It was changed since it was read."}""";

    @DisplayName("Each page shows what its service answers")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ana:dgs-analyst | /agreements/3-16-70-3298A/documents | File a document
            buy:agency-buyer | /agreements/3-16-70-3298A/documents | Write down that we got this copy
            aud:auditor | /agreements/3-16-70-3298A/documents | Copies that agencies got
            ana:dgs-analyst | /contractors/ID/qualifications | Record what was looked up
            buy:agency-buyer | /contractors/ID/qualifications | Authorized resellers
            ana:dgs-analyst | /contractors/ID | Store locations and certificates
            ana:dgs-analyst | /contractors/new | Register the contractor
            buy:agency-buyer | /orders/ID | How it was sent
            buy:agency-buyer | /orders/ID/ending | Stop or end order
            buy:agency-buyer | /orders/ID/records | Write something down
            aud:auditor | /orders/ID/records | Dealings with the contractor
            buy:agency-buyer | /orders/ID/money | Receive, bill and pay
            """)
    void shows(String persona, String path, String text) throws Exception {
        try (var person = SignedInClient.of(RestAssured.port, persona)) {
            HttpResponse<String> answer = person.get(path.replace("ID", ID));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains(text).doesNotContain("NOT_FOUND", "does not answer");
        }
    }

    @Test
    @DisplayName(
            "Who stores a contractor after another person is told, keeps what they typed, and a fault before does not hide the other's change (CON-LICENCE-ON-CMAS)")
    void aContractorThatTwoEdit() throws Exception {
        try (var analyst = SignedInClient.of(RestAssured.port, "ana:dgs-analyst")) {
            Map<String, String> form = new HashMap<>(Map.of(
                    "etag",
                    "\"0\"",
                    "known",
                    "[{\"l\":\"Legal name\",\"v\":\"Gone, Inc.\"}]",
                    "sellersPermit.number",
                    "SR 77",
                    "do",
                    "store"));
            HttpResponse<String> faulty = analyst.post("/contractors/" + ID + "/qualifications", form);
            assertThat(faulty.statusCode()).isEqualTo(400);
            assertThat(faulty.body())
                    .contains("must be given.", "value=\"SR 77\"", "href=\"#sellersPermit.status\"")
                    .contains("name=\"etag\" value=\"&quot;0&quot;\"");

            services.answers("changeContractorQualifications", 412, STALE);
            form.putAll(Map.of(
                    "sellersPermit.status", "VALID",
                    "sellersPermit.source", "CDTFA",
                    "sellersPermit.checkedOn", "2026-11-01"));
            HttpResponse<String> stale = analyst.post("/contractors/" + ID + "/qualifications", form);
            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(stale.body())
                    .contains(
                            "It was changed meanwhile",
                            "Legal name: you saw <del class=\"typed\">Gone, Inc.</del>, it is now <ins class=\"typed\">")
                    .contains("value=\"SR 77\"", "name=\"etag\" value=\"&quot;1&quot;\"");
        }
    }

    @Test
    @DisplayName(
            "What the early end of an order lacks is told at its fields, and nothing is sent on (ORD-TERM-GROUNDS)")
    void theEndOfAnOrder() throws Exception {
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            services.received();
            HttpResponse<String> answer = buyer.post(
                    "/orders/" + ID + "/termination",
                    Map.of("ground", "", "terminatedOn", "soon", "reason", "Typed", "etag", "\"0\"", "do", "end"));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("Please look at this again", "href=\"#ground\"", "href=\"#terminatedOn\"");
            assertThat(services.received()).noneMatch(asked -> asked.startsWith("terminateOrder"));
        }
    }

    @Test
    @DisplayName(
            "What the end does is shown before anything is sent on; then it is sent with the version that was seen (ORD-TERM-GROUNDS)")
    void theLookBeforeTheEnd() throws Exception {
        try (var buyer = SignedInClient.of(RestAssured.port, "buy:agency-buyer")) {
            Map<String, String> form = new HashMap<>(Map.of(
                    "ground", "FUNDING",
                    "terminatedOn", "2026-11-29",
                    "reason", "The budget was cut.",
                    "etag", "\"0\"",
                    "key", "a-key",
                    "do", "look"));
            services.received();
            HttpResponse<String> look = buyer.post("/orders/" + ID + "/termination", form);
            assertThat(look.statusCode()).isEqualTo(200);
            assertThat(look.body()).contains("What the end would do", "For lack of funding", "End the order for good");
            assertThat(services.received()).noneMatch(asked -> asked.startsWith("terminateOrder"));

            form.put("do", "end");
            assertThat(buyer.post("/orders/" + ID + "/termination", form).statusCode())
                    .isEqualTo(303);
            assertThat(services.received())
                    .anyMatch(asked -> asked.startsWith("terminateOrder") && asked.contains("\"ground\":\"FUNDING\""));

            services.answers("terminateOrder", 412, STALE);
            HttpResponse<String> stale = buyer.post("/orders/" + ID + "/termination", form);
            assertThat(stale.statusCode()).isEqualTo(412);
            assertThat(stale.body()).contains("It was changed meanwhile", "The budget was cut.");
        }
    }

    @Test
    @DisplayName("An order that a contractor adds to a report goes out with its amounts as text")
    void anOrderIsAddedToAReport() throws Exception {
        try (var contractor = SignedInClient.of(RestAssured.port, "con:contractor")) {
            services.received();
            HttpResponse<String> saved = contractor.post(
                    "/reports/4-06-78-0031A/2022-Q1",
                    Map.of(
                            "do", "SAVE",
                            "key", "k",
                            "etag", "\"1\"",
                            "added.0.agencyName", "City of Arcadia",
                            "added.0.purchaseOrderNumber", "LCO 11",
                            "added.0.purchaseOrderDate", "2022-02-07",
                            "added.0.total", "240,840.50",
                            "added.0.tax", "0.5"));
            assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
            assertThat(services.received())
                    .anyMatch(asked ->
                            asked.startsWith("putReportLines /v1/quarterly-reports/4-06-78-0031A/2022-Q1/lines")
                                    && asked.contains("\"total\":\"240840.50\"")
                                    && asked.contains("\"tax\":\"0.5\""));
        }
    }
}
