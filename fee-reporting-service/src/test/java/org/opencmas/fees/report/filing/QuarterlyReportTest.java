package org.opencmas.fees.report.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.fault.AtOnce;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class QuarterlyReportTest {
    private static final String Q3 = "2026-Q3";

    @Inject
    Scene scene;

    @Inject
    Deliveries deliveries;

    private UUID contractor;
    private UUID agency;
    private String number;

    @BeforeEach
    void anAgreementInTerm() {
        contractor = scene.contractor();
        agency = scene.agency("CITY");
        number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
    }

    @Test
    @DisplayName("RPT-ALL-LOCAL: the report stands pre-filled with every order and amendment, worked out in the open")
    void preFilledToTheCent() {
        var order = scene.order(agency, number, "2026-07-01").issued("19196.00").amended("2026-09-30", "19196.39");
        scene.order(scene.agency("STATE_DEPARTMENT"), number, "2026-08-01").issued("777.00");
        Api.contractor(contractor)
                .get("/v1/quarterly-reports/{number}/{quarter}", number, Q3)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"\\d+\""))
                .body("cmasNumber", equalTo(number))
                .body("quarter", equalTo(Q3))
                .body("contractorName", equalTo("Example Roofing, Inc."))
                .body("state", equalTo("OVERDUE"))
                .body("dueOn", equalTo("2026-10-15"))
                .body("lines", hasSize(2))
                .body("lines.orderId", contains(order.orderId.toString(), order.orderId.toString()))
                .body("lines.amendmentNumber", contains(0, 1))
                .body("lines.purchaseOrderDate", contains("2026-07-01", "2026-07-01"))
                .body("lines.changedOn", contains("2026-07-01", "2026-09-30"))
                .body("lines.totalExcludingTaxAndFreight", contains("19196.00", "0.39"))
                .body("lines.fee", contains("239.95", "0.004875"))
                .body("lines[0].working", equalTo("19196.00 x 1.25% = 239.95"))
                .body("totals.lineCount", equalTo(2))
                .body("totals.totalExcludingTaxAndFreight", equalTo("19196.39"))
                .body("totals.feeExact", equalTo("239.954875"))
                .body("totals.feeDue", equalTo("239.95"))
                .body("filing", nullValue())
                .body("asOf", notNullValue());
    }

    @Test
    @DisplayName("a waived line shows the certificate, and counts in sales but not in the fee")
    void aWaivedLineShowsItsCertificate() {
        scene.contractorHas(contractor, Scene.certificate("SB", "2026-07-01", "2026-07-31"), 2);
        scene.order(agency, number, "2026-07-31").issued("100.00");
        scene.order(agency, number, "2026-08-01").issued("40.00");
        Api.report(number, Q3)
                .statusCode(200)
                .body("lines.treatment", contains("WAIVED", "DUE"))
                .body("lines[0].waiver.certificateNumber", equalTo("1234567"))
                .body("lines[0].waiver.validThrough", equalTo("2026-07-31"))
                .body("totals.totalExcludingTaxAndFreight", equalTo("140.00"))
                .body("totals.salesWaived", equalTo("100.00"))
                .body("totals.feeWaived", equalTo("1.25"))
                .body("totals.feeDue", equalTo("0.50"));
    }

    @Test
    @DisplayName(
            "a rejected order is taken back in the report that was filed next, shown marked, and counts again once amended")
    void aRejectedOrder() {
        var order = scene.order(agency, number, "2026-08-03").issued("1000.00").rejected("2026-08-10");
        Api.report(number, Q3)
                .body("lines.cause", contains("ORIGINAL", "REJECTION"))
                .body("lines.totalExcludingTaxAndFreight", contains("1000.00", "-1000.00"))
                .body("lines.rejectedOn", contains("2026-08-10", null))
                .body("lines.changedOn", contains("2026-08-03", "2026-08-10"))
                .body("totals.feeDue", equalTo("0.00"));
        order.amended("2026-09-01", "960.00");
        Api.file(contractor, number, Q3).statusCode(201).body("totals.feeDue", equalTo("12.00"));
        order.rejected("2026-09-30").terminated("2026-10-01", "960.00");
        Api.report(number, "2026-Q4")
                .body("lines.cause", contains("REJECTION"))
                .body("lines.belongsToQuarter", contains(Q3))
                .body("totals.feeExact", equalTo("-12.00"));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName("a rejection counts on the civil day in California: half past eleven at night is still that day")
    void theDayOfARejection() {
        var order = scene.order(agency, number, "2026-08-03").issued("1000.00");
        deliveries.deliverTogether(List.of(deliveries.event(
                "cmas.orders",
                "order.rejected.v1",
                order.orderId,
                1,
                Scene.orderState(order.orderId, agency, number, 1, "2026-08-03", "2026-08-03", "1000.00"),
                Instant.parse("2026-10-01T06:30:00Z"))));
        Api.report(number, Q3).body("lines.rejectedOn", hasItems("2026-09-30"));
    }

    @Test
    @DisplayName(
            "the contractor files; the statement reads for ever as first issued, and later changes land in the open quarter")
    void filedOnceAndForEver() {
        var order = scene.order(agency, number, "2026-08-03").issued("1000.00");
        ValidatableResponse filed = Api.file(
                        contractor, number, Q3, Api.report(number, Q3).extract().header("ETag"), """
                        {"contactName":"Ann Lee","contactEmail":"ann@example.org","remarks":"as agreed"}""")
                .statusCode(201)
                .body("state", equalTo("FILED"))
                .body("filing.receiptNumber", matchesPattern(number + "/2026-Q3/[0-9A-F]{12}"))
                .body("filing.filedAt", equalTo("2026-11-21T20:00:00Z"))
                .body("filing.contactName", equalTo("Ann Lee"))
                .body("totals.feeDue", equalTo("12.50"));
        String statement = filed.extract().asString();
        scene.contractorHas(contractor, Scene.certificate("SB", "2026-08-01", "2026-08-31"), 2);
        order.amended("2026-09-01", "1600.00");
        assertThat(Api.report(number, Q3).statusCode(200).extract().asString()).isEqualTo(statement);
        Api.report(number, "2026-Q4")
                .body("lines.belongsToQuarter", hasItems(Q3))
                .body("lines.totalExcludingTaxAndFreight", contains("-1000.00", "1000.00", "600.00"))
                .body("totals.totalExcludingTaxAndFreight", equalTo("600.00"))
                .body("totals.feeExact", equalTo("-12.50"))
                .body("totals.feeDue", equalTo("0.00"))
                .body("totals.creditCarriedForward", equalTo("12.50"));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName("FEE-AMENDMENTS: a negative quarter leaves a credit that lessens the next one; nothing is paid out")
    void creditIsUsedByALaterReport() {
        scene.order(agency, number, "2026-01-10").issued("1000.00").amended("2026-04-10", "400.00");
        scene.order(agency, number, "2026-08-10").issued("1000.00");
        Api.file(contractor, number, "2026-Q1").statusCode(201).body("totals.feeDue", equalTo("12.50"));
        Api.file(contractor, number, "2026-Q2")
                .statusCode(201)
                .body("totals.feeExact", equalTo("-7.50"))
                .body("totals.feeDue", equalTo("0.00"))
                .body("totals.creditCarriedForward", equalTo("7.50"));
        Api.file(contractor, number, Q3)
                .statusCode(201)
                .body("totals.creditUsed", equalTo("7.50"))
                .body("totals.feeDue", equalTo("5.00"))
                .body("totals.creditCarriedForward", equalTo("0.00"));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName("RPT-SUBMITTED: a report is filed also when nothing was sold")
    void filedAtZero() {
        Api.file(contractor, number, Q3)
                .statusCode(201)
                .header("Location", matchesPattern(".*/v1/quarterly-reports/" + number + "/2026-Q3"))
                .body("lines", hasSize(0))
                .body("totals.feeDue", equalTo("0.00"));
        Api.contractor(contractor)
                .get("/v1/report-obligations?quarter=2026-Q3")
                .then()
                .body("items.state", contains("FILED"));
    }

    @Test
    void filingTwiceIsAConflict() {
        String receipt =
                Api.file(contractor, number, Q3).statusCode(201).extract().path("filing.receiptNumber");
        Api.file(contractor, number, Q3)
                .statusCode(409)
                .body("type", equalTo("/problems/report-already-filed"))
                .body("receiptNumber", equalTo(receipt));
    }

    @Test
    @DisplayName("of requests to file at the same moment one files, and the books hold")
    void filedOnceOfMany() throws Exception {
        scene.order(agency, number, "2026-08-03").issued("10.00");
        String etag = Api.report(number, Q3).extract().header("ETag");
        List<Integer> answers = AtOnce.times(
                6, () -> Api.file(contractor, number, Q3, etag, "{}").extract().statusCode());
        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409);
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    @DisplayName("the same request sent again is answered as before and files nothing twice")
    void filingIsIdempotent() {
        String etag = Api.report(number, Q3).extract().header("ETag");
        String key = UUID.randomUUID().toString();
        String first = submit(key, etag, "{}").statusCode(201).extract().asString();
        assertThat(submit(key, etag, "{}")
                        .statusCode(201)
                        .header("Idempotency-Replayed", "true")
                        .extract()
                        .asString())
                .isEqualTo(first);
        submit(key, etag, "{\"remarks\":\"other\"}")
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    private ValidatableResponse submit(String key, String etag, String body) {
        return Api.contractor(contractor)
                .header("Idempotency-Key", key)
                .header("If-Match", etag)
                .contentType("application/json")
                .body(body)
                .post("/v1/quarterly-reports/{number}/{quarter}/submission", number, Q3)
                .then();
    }

    @Test
    @DisplayName("a report that changed since it was read is not filed unseen")
    void aChangedReportIsNotFiledUnseen() {
        String etag = Api.report(number, Q3).extract().header("ETag");
        scene.order(agency, number, "2026-08-03").issued("1.00");
        Api.file(contractor, number, Q3, etag, "{}").statusCode(412);
        Api.contractor(contractor)
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body("{}")
                .post("/v1/quarterly-reports/{number}/{quarter}/submission", number, Q3)
                .then()
                .statusCode(428);
        Api.report(number, Q3).body("state", equalTo("OVERDUE"));
    }

    @Test
    @DisplayName("a quarter that is not over cannot be filed")
    void notBeforeTheQuarterIsOver() {
        Api.file(contractor, number, "2026-Q4")
                .statusCode(422)
                .body("type", equalTo("/problems/quarter-not-over"))
                .body("fileableFrom", equalTo("2027-01-01"));
    }

    @Test
    @DisplayName("another contractor's report is not found, and only a contractor files")
    void anotherContractorsReportIsNotFound() {
        UUID other = scene.contractor();
        Api.contractor(other)
                .get("/v1/quarterly-reports/{number}/{quarter}", number, Q3)
                .then()
                .statusCode(404);
        Api.file(other, number, Q3).statusCode(404);
        Api.report(number, "2027-Q1").statusCode(404);
        Api.report(Scene.newNumber(), Q3).statusCode(404);
        Api.report("GS-35F-0119Y", Q3).statusCode(400).body("errors[0].parameter", equalTo("number"));
        Api.report(number, "2026-Q5").statusCode(400).body("errors[0].parameter", equalTo("quarter"));
        given().get("/v1/quarterly-reports/{number}/{quarter}", number, Q3)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.of("dgs-analyst"))
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body("{}")
                .post("/v1/quarterly-reports/{number}/{quarter}/submission", number, Q3)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.of("contractor"))
                .get("/v1/quarterly-reports/{number}/{quarter}", number, Q3)
                .then()
                .statusCode(403);
    }

    @Test
    @DisplayName("a bad body names every fault")
    void aBadBodyNamesEveryFault() {
        String etag = Api.report(number, Q3).extract().header("ETag");
        Api.file(contractor, number, Q3, etag, "{\"contactEmail\":\"nobody\",\"contactName\":\"\"}")
                .statusCode(400)
                .body("errors.pointer", hasItems("/contactEmail", "/contactName"));
        Api.file(contractor, number, Q3, etag, "{\"contact\":\"x\"}")
                .statusCode(400)
                .body("errors.pointer", hasItem("/contact"));
        Api.file(contractor, number, Q3, etag, "{").statusCode(400);
        Api.contractor(contractor)
                .header("Idempotency-Key", "k2")
                .header("If-Match", etag)
                .contentType("application/json")
                .post("/v1/quarterly-reports/{number}/{quarter}/submission", number, Q3)
                .then()
                .statusCode(400);
    }
}
