package org.opencmas.order.preview;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.order.registry.RegistryNews;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "ORD-AMEND-RECHECK, FEE-AMENDMENTS: an amendment is shown before it is made, and made as it was shown or not at all")
class AmendmentPreviewTest {
    private static final String A = "4-06-78-0031A";
    private static final String B = "4-06-78-0031B";
    private static final String AMENDMENT = """
            {"amendmentDate": "2026-03-03", "reason": "one more desk", "reasonCode": "QUANTITY", "tax": "%s", "freight": "15.00",
             "lines": [%s, %s]}
            """;

    private final UUID contractor = UUID.randomUUID();
    private UUID agency;
    private String buyer;
    private UUID orderId;

    @BeforeEach
    void issue() {
        agency = Api.registeredAgency();
        buyer = Tokens.buyer(agency);
        orderId = Api.issued(agency, order("PO-1", contractor, line("1", A, "2", "10.00")));
    }

    private static String amendment(String tax) {
        return AMENDMENT.formatted(tax, line("1", A, "3", "10.00"), line("2", B, "1", "8.00"));
    }

    private ValidatableResponse preview(String body) {
        return as(buyer)
                .body(body)
                .post("/v1/orders/{id}/amendment-previews", orderId)
                .then();
    }

    private Response commit(String body, String etag, String token) {
        return acting(buyer)
                .header("If-Match", etag)
                .header("Preview-Token", token)
                .body(body)
                .post("/v1/orders/{id}/amendments", orderId);
    }

    @Test
    void thePreviewShowsAllThatWouldFollowAndStoresNothing() {
        String etag = Api.etag(agency, orderId);
        as(buyer)
                .header("If-Match", "\"1\"")
                .body("{\"orderLimit\": \"50.00\", \"orderLimitAction\": \"BLOCK\"}")
                .put("/v1/agencies/{id}/policy", agency)
                .then()
                .statusCode(200);
        preview(amendment("130.00"))
                .statusCode(200)
                .header("ETag", equalTo(etag))
                .body("amendmentNumber", equalTo(1))
                .body("state", equalTo("SUBMITTED"))
                .body("changes.find { it.pointer == '/tax' }.kind", equalTo("MONEY"))
                .body("changes.find { it.pointer == '/lines/0/quantity' }.kind", equalTo("QUANTITY"))
                .body("changes.find { it.pointer == '/lines/0/quantity' }.worth", equalTo("10.00"))
                .body("changes.find { it.pointer == '/lines/1' }.kind", equalTo("SCOPE"))
                .body("difference", equalTo("21.12"))
                .body("after.total", equalTo("183.00"))
                .body("agreements.difference", contains("10.00", "8.00"))
                .body("fee.base", equalTo("18.00"))
                .body("fee.difference", equalTo("0.23"))
                .body("fee.waived", equalTo(false))
                .body("limits[0].limit", equalTo("AGENCY_ORDER_LIMIT"))
                .body("limits[0].left", equalTo("12.00"))
                .body("securities.bondNeeded", equalTo("0.00"))
                .body("securities.withholdMissing", equalTo("0.00"))
                .body("contractorAgreement", contains("MONEY", "QUANTITY", "SCOPE"))
                .body("events.type", contains("order.submitted.v1", "order.amended.v1", "order.returned.v1"))
                .body("events.sentWhen", contains("AT_ONCE", "WHEN_NOTHING_BLOCKS", "WHEN_SOMETHING_BLOCKS"))
                .body("check.amends.unchangedLineIds", empty())
                .body("check.lines.lineId", contains("1", "2"))
                .body("document.amendmentReasonCode", equalTo("QUANTITY"));
        Api.read(agency, orderId).then().header("ETag", equalTo(etag)).body("$", not(hasKey("openAmendment")));
        as(buyer).get("/v1/orders/{id}/history", orderId).then().body("entries", hasSize(2));
    }

    @Test
    @DisplayName("FEE-SB-WAIVER: no fee is shown of a contractor whose certificate was valid on the order's date")
    void theFeeOfACertifiedSmallBusinessIsWaived() {
        new RegistryNews(A, contractor).contractor("Desks", "[]", """
                        [{"type": "DVBE", "number": "1", "validFrom": "2025-06-01", "validThrough": "2027-03-10", "source": "Cal eProcure"},
                         {"type": "MB", "number": "2", "validFrom": "2026-03-02", "validThrough": "2026-03-02", "source": "Cal eProcure"}]
                        """);
        preview(amendment("130.00"))
                .statusCode(200)
                .body("fee.base", equalTo("18.00"))
                .body("fee.difference", equalTo("0.00"))
                .body("fee.waived", equalTo(true));
    }

    @Test
    @DisplayName("PW-BOND-AMOUNT: public works above the figure need a payment bond of the whole order")
    void thePaymentBondOfPublicWorksIsTold() {
        String works = line("1", A, "500", "%s").replaceFirst("\\{", "{\"publicWorks\": true, ");
        String body = "{\"amendmentDate\": \"2026-03-03\", \"reason\": \"installed too\", \"lines\": [%s, %s]}";
        preview(body.formatted(works.formatted("10.00"), line("2", B, "1", "8.00")))
                .body("securities.paymentBondNeeded", equalTo("0.00"));
        preview(body.formatted(works.formatted("10.01"), line("2", B, "1", "8.00")))
                .statusCode(200)
                .body("securities.bondNeeded", equalTo("0.00"))
                .body("securities.paymentBondNeeded", equalTo("5013.00"))
                .body("securities.paymentBondMissing", equalTo("5013.00"));
    }

    @Test
    void withItsTokenTheAmendmentDoesWhatWasShown() {
        ValidatableResponse shown = preview(amendment("130.00")).statusCode(200);
        String token = shown.extract().path("previewToken");
        commit(amendment("130.00"), shown.extract().header("ETag"), token)
                .then()
                .statusCode(202)
                .body("total", equalTo("183.00"))
                .body("documentVersion", equalTo(shown.extract().<Integer>path("document.documentVersion")))
                .body("amendmentReasonCode", equalTo("QUANTITY"));
    }

    @Test
    void anythingElseIsRefused() {
        ValidatableResponse shown = preview(amendment("130.00")).statusCode(200);
        String etag = shown.extract().header("ETag");
        String token = shown.extract().path("previewToken");
        commit(amendment("130.01"), etag, token)
                .then()
                .statusCode(412)
                .body("detail", containsString("Preview it again"));
        commit(amendment("130.00"), etag, "made-up").then().statusCode(412);
        commit(amendment("130.00"), etag, "").then().statusCode(400).body("type", equalTo("/problems/invalid-request"));
        commit(amendment("130.00"), etag, "  ").then().statusCode(400);
        as(buyer)
                .header("If-Match", "\"1\"")
                .body("{\"orderLimit\": \"50.00\", \"orderLimitAction\": \"BLOCK\"}")
                .put("/v1/agencies/{id}/policy", agency)
                .then()
                .statusCode(200);
        commit(amendment("130.00"), etag, token).then().statusCode(412);
        String again = preview(amendment("130.00")).extract().path("previewToken");
        Api.act(Tokens.contractor(contractor), agency, orderId, "acceptance", "{}")
                .then()
                .statusCode(200);
        commit(amendment("130.00"), "*", again).then().statusCode(412);
        Api.read(agency, orderId).then().body("$", not(hasKey("openAmendment")));
    }

    /** Who asks for a preview by a parameter is refused, and never amends. */
    @Test
    void anAmendmentTakesNoParameterOfThatName() {
        String etag = Api.etag(agency, orderId);
        acting(buyer)
                .header("If-Match", etag)
                .body(amendment("130.00"))
                .post("/v1/orders/" + orderId + "/amendments?preview")
                .then()
                .statusCode(400);
        Api.read(agency, orderId).then().header("ETag", equalTo(etag));
    }

    @Test
    void whatTheAmendmentRefusesThePreviewRefuses() {
        preview("{}").statusCode(400).body("errors.pointer", hasItems("/amendmentDate", "/reason", "/lines"));
        preview(amendment("130.00").replaceFirst("\\{", "{\"agencyOrderNumber\": \"PO-9\", "))
                .statusCode(422)
                .body("rule", equalTo("ORD-AMEND-NUMBER"));
        as(Tokens.buyer(Api.registeredAgency()))
                .body(amendment("1.00"))
                .post("/v1/orders/{id}/amendment-previews", orderId)
                .then()
                .statusCode(404);
        commit(
                        amendment("130.00"),
                        Api.etag(agency, orderId),
                        preview(amendment("130.00")).extract().path("previewToken"))
                .then()
                .statusCode(202);
        preview(amendment("131.00")).statusCode(409).body("type", equalTo("/problems/amendment-open"));
    }
}
