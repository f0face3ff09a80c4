package org.opencmas.fees.report.saving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.JsonSchemas;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("RPT-ALL-LOCAL: a contractor confirms, disputes and adds lines, files at zero, and corrects what it filed")
class ReportDraftTest {
    private static final String REPORT = "/v1/quarterly-reports/{number}/{quarter}";
    private static final String Q3 = "2026-Q3";
    private static final String HEADER = "Agency Name,Agency Billing Code,Purchase Order Number,Amendment Number,"
            + "Purchase Order Date,Total Excluding Tax and Freight,Sales Tax\n";

    @Inject
    Scene scene;

    @Inject
    DataSource application;

    private UUID contractor;
    private UUID agency;
    private String number;

    @BeforeEach
    void anAgreementInTerm() {
        contractor = scene.contractor();
        agency = scene.agency("CITY");
        number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
    }

    private String etag(String quarter) {
        return Api.report(number, quarter).statusCode(200).extract().header("ETag");
    }

    private RequestSpecification acting(String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private RequestSpecification acting() {
        return acting(Tokens.contractor(contractor));
    }

    private ValidatableResponse put(String body) {
        return Api.contractor(contractor)
                .header("If-Match", etag(Q3))
                .contentType("application/json")
                .body(body)
                .put(REPORT + "/lines", number, Q3)
                .then();
    }

    private ValidatableResponse upload(String csv) {
        return acting().header("If-Match", etag(Q3))
                .contentType("text/csv")
                .body(csv)
                .post(REPORT + "/uploads", number, Q3)
                .then();
    }

    private static String added(String agencyClass, String code, String total) {
        return """
                {"agencyName":"City of Galt","agencyClass":"%s",%s"purchaseOrderNumber":"PO-9","amendmentNumber":0,
                 "purchaseOrderDate":"2026-07-02","total":"%s"}""".formatted(agencyClass, code, total);
    }

    @Test
    void whatIsSaidStandsBesideTheLedgerAndIsFiledWithIt() {
        var order = scene.order(agency, number, "2026-07-01").issued("1000.00");
        put("""
                {"answers":[{"orderId":"%s","documentVersion":1,"cause":"ORIGINAL","answer":"DISPUTED","reportedTotal":"960.00",
                    "reason":"We agreed on 960.00"}],
                 "added":[%s]}""".formatted(order.orderId, added("LOCAL", "", "40.00")))
                .statusCode(200)
                .body("draft.version", equalTo(1))
                .body("reported.lines.answer", contains("DISPUTED", "ADDED"))
                .body("reported.lines.fee", contains("12.00", "0.50"))
                .body("reported.totals.localTotal", equalTo("1000.00"))
                .body("reported.totals.feeDifference", equalTo("0.00"));
        Api.report(number, Q3).body("totals.feeDue", equalTo("13.00")).body("reported.draftVersion", equalTo(1));
        Api.file(contractor, number, Q3)
                .statusCode(201)
                .body("totals.feeExact", equalTo("12.50"))
                .body("totals.feeDeclared", equalTo("0.50"))
                .body("totals.feeDue", equalTo("13.00"))
                .body("lines", hasSize(1))
                .body("reported.lines", hasSize(2));
        Api.proof().body("holds", equalTo(true));
    }

    @Test
    void allFaultsOfLinesAreToldAndNothingIsSaved() {
        put("""
                {"answers":[{"orderId":"%s","documentVersion":1,"cause":"ORIGINAL","answer":"DISPUTED"}],
                 "added":[%s,%s]}""".formatted(
                                UUID.randomUUID(),
                                added("STATE", "", "1.00"),
                                added("LOCAL", "\"agencyBillingCode\":\"12345\",", "1.00")))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains(
                                "/answers/0/orderId",
                                "/answers/0/reason",
                                "/added/0/agencyBillingCode",
                                "/added/1/agencyBillingCode"));
        Api.contractor(contractor)
                .get(REPORT + "/lines", number, Q3)
                .then()
                .statusCode(200)
                .body("draft", nullValue());
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"total\":\"0.01\"             | | ",
                "\"total\":\"999999999999.99\"  | | ",
                "\"total\":\"1000000000000.00\" | /added/0/total | is more than 999999999999.99",
                "\"total\":\"0.005\"            | /added/0/total | is not in whole cents",
                "\"total\":\"-0.01\"            | /added/0/total | is negative",
                "\"total\":\"1.00\",\"tax\":\"0.005\" | /added/0/tax | is not in whole cents",
                "\"total\":\"1.00\",\"freight\":\"-0.01\" | /added/0/freight | is negative",
                "\"total\":\"1.00\",\"fee\":\"0.0125\" | /added/0/fee | is not in whole cents",
            })
    @DisplayName("an amount of an added order is taken by one rule, whichever way it is sent")
    void amountsOfAddedOrders(String amounts, String pointer, String fault) {
        ValidatableResponse put = put("""
                {"answers":[],"added":[{"agencyName":"City of Galt","agencyClass":"LOCAL","purchaseOrderNumber":"PO-9",
                 "purchaseOrderDate":"2026-07-02",%s}]}""".formatted(amounts));
        refusedAt(put, pointer, fault);
    }

    private static void refusedAt(ValidatableResponse put, String pointer, String fault) {
        if (pointer == null) {
            put.statusCode(200);
        } else {
            put.statusCode(400)
                    .body("errors.pointer", contains(pointer))
                    .body("errors.detail", contains(containsString(fault)));
        }
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"reason\":\"Less\",\"reportedTotal\":\"0.00\" | | ",
                "\"reason\":\"Less\",\"reportedTotal\":\"960.00\",\"reportedFee\":\"12.00\" | | ",
                "\"reason\":\"  \" | /answers/0/reason | is missing",
                "\"reason\":\"Less\",\"reportedTotal\":\"-0.01\" | /answers/0/reportedTotal | is negative",
                "\"reason\":\"Less\",\"reportedTotal\":\"0.005\" | /answers/0/reportedTotal | is not in whole cents",
                "\"reason\":\"Less\",\"reportedTotal\":\"9.00\",\"reportedFee\":\"-0.01\" | /answers/0/reportedFee | has another sign",
                "\"reason\":\"Less\",\"reportedFee\":\"0.01\" | /answers/0/reportedFee | without a total",
                "\"reason\":\"Less\",\"tax\":\"-0.01\" | /answers/0/tax | is negative",
                "\"reason\":\"Less\",\"freight\":\"0.001\" | /answers/0/freight | is not in whole cents",
            })
    @DisplayName("a dispute has a reason that says something, and amounts as a row of a report has them")
    void amountsOfADispute(String said, String pointer, String fault) {
        var order = scene.order(agency, number, "2026-07-01").issued("1000.00");
        ValidatableResponse put = put("""
                {"answers":[{"orderId":"%s","documentVersion":1,"cause":"ORIGINAL","answer":"DISPUTED",%s}],"added":[]}""".formatted(order.orderId, said));
        refusedAt(put, pointer, fault);
    }

    @Test
    @DisplayName("FEE-STATE-ADMIN: a State order is reported without an incentive fee")
    void aStateOrderBearsNoFee() {
        String row = """
                {"answers":[],"added":[{"agencyName":"Department of Water","agencyClass":"STATE","agencyBillingCode":"01234",
                 "purchaseOrderNumber":"PO-9","purchaseOrderDate":"2026-07-02","total":"100.00","fee":"%s"}]}""";
        put(row.formatted("0.00")).statusCode(200);
        refusedAt(put(row.formatted("0.01")), "/added/0/fee", "a State order bears no incentive fee");
    }

    @Test
    @DisplayName("a contractor that takes an agreement over saves its own draft and sees nothing of the one before")
    void aContractorThatTakesAnAgreementOverSavesItsOwnDraft() {
        put("{\"answers\":[],\"added\":[" + added("LOCAL", "", "40.00") + "]}").statusCode(200);
        contractor = scene.contractor();
        scene.agreementBecomes(number, contractor, "ACTIVE", "2026-01-01", "2026-01-01", "2026-12-31", 2);
        Api.contractor(contractor)
                .get(REPORT + "/lines", number, Q3)
                .then()
                .statusCode(200)
                .body("draft", nullValue());
        given().auth()
                .oauth2(Tokens.contractor(contractor))
                .header(
                        "If-Match",
                        Api.contractor(contractor)
                                .get(REPORT + "/lines", number, Q3)
                                .header("ETag"))
                .contentType("application/json")
                .body("{\"answers\":[],\"added\":[]}")
                .put(REPORT + "/lines", number, Q3)
                .then()
                .statusCode(200)
                .body("draft.version", equalTo(2))
                .body("reported.lines", hasSize(0));
    }

    @Test
    void anotherContractorsReportIsNotThere() throws SQLException {
        put("{\"answers\":[],\"added\":[" + added("LOCAL", "", "40.00") + "]}").statusCode(200);
        UUID stranger = scene.contractor();
        for (String path : new String[] {"/lines", "/corrections", "/corrections/2"}) {
            Api.contractor(stranger).get(REPORT + path, number, Q3).then().statusCode(404);
        }
        Api.contractor(stranger)
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"answers\":[],\"added\":[]}")
                .put(REPORT + "/lines", number, Q3)
                .then()
                .statusCode(404);
        String drafts = "select cmas_number from report_draft where cmas_number = '" + number + "'";
        Tenant own = Tenant.of(Optional.empty(), Optional.of(contractor));
        assertThat(own.during(() -> DatabaseRights.rows(application, drafts))).hasSize(1);
        assertThat(Tenant.of(Optional.empty(), Optional.of(stranger))
                        .during(() -> DatabaseRights.rows(application, drafts)))
                .isEmpty();
    }

    @Test
    void anUploadedRowConfirmsDisputesOrAdds() {
        var confirmed = scene.order(agency, number, "2026-07-01").issued("1000.00");
        var disputed = scene.order(agency, number, "2026-07-02").issued("200.00");
        scene.order(agency, number, "2026-07-03").issued("300.00");
        upload(HEADER + row(confirmed, "1,000.00", "77.50") + row(disputed, "215.50", "15.50")
                        + "Department of Justice,01234,PO-S,,2026-08-01,50.00,\n")
                .statusCode(201)
                .body("draft.origin", equalTo("UPLOAD"))
                .body("reported.lines.answer", contains("CONFIRMED", "DISPUTED", "DISPUTED", "ADDED"))
                .body("reported.lines.total", contains("1000.00", "215.50", "0.00", "50.00"))
                .body("reported.totals.localTotal", equalTo("1215.50"))
                .body("reported.totals.stateTotal", equalTo("50.00"));
    }

    private static String row(Scene.Order order, String total, String tax) {
        return "Some agency,,PO-%s,,2026-07-01,\"%s\",%s\n"
                .formatted(order.orderId.toString().substring(0, 8), total, tax);
    }

    @Test
    void aFileWithFaultsSavesNothingAndComesBackWithThem() throws IOException {
        upload(HEADER + "City of Galt,,PO-1,,2026-07-01,1.00,\n").statusCode(201);
        String faulty = HEADER + "City of Galt,,PO-1,,2026-07-01,2.00,\nDepartment of Justice,12,PO-2,x,2026-07-01,,\n";
        upload(faulty)
                .statusCode(422)
                .body("type", containsString("report-rows-refused"))
                .body(
                        "errors.pointer",
                        contains("/rows/3/Amendment Number", "/rows/3/Total Excluding Tax and Freight"));
        Api.contractor(contractor)
                .get(REPORT + "/lines", number, Q3)
                .then()
                .body("draft.version", equalTo(1))
                .body("draft.added.total", contains("1.00"));
        byte[] workbook = Api.contractor(contractor)
                .contentType("text/csv")
                .body(faulty)
                .post(REPORT + "/upload-checks", number, Q3)
                .then()
                .statusCode(200)
                .header("Report-Faults", equalTo("2"))
                .extract()
                .asByteArray();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getFirstSheet().read().get(2).getCellText(7))
                    .contains("Total Excluding Tax and Freight is missing");
        }
        byte[] template = given().get("/v1/report-template")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        acting().header("If-Match", etag(Q3))
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .body(template)
                .post(REPORT + "/uploads", number, Q3)
                .then()
                .statusCode(201)
                .body("draft.version", equalTo(2))
                .body("draft.added", hasSize(0));
    }

    @Test
    @DisplayName("RPT-SUBMITTED: a quarter without sales is filed in one call, and so are all open ones at once")
    void zeroInOneCall() {
        String other = scene.agreement(contractor, "2025-10-01", "2026-12-31");
        scene.order(agency, other, "2026-02-03").issued("100.00");
        acting().contentType("application/json")
                .body("{}")
                .post(REPORT + "/zero-submission", number, "2026-Q1")
                .then()
                .statusCode(201)
                .body("totals.lineCount", equalTo(0))
                .body("filing.receiptNumber", containsString(number + "/2026-Q1/"));
        acting().contentType("application/json")
                .body("{}")
                .post(REPORT + "/zero-submission", other, "2026-Q1")
                .then()
                .statusCode(422)
                .body("type", containsString("report-has-sales"));
        acting().contentType("application/json")
                .body("{}")
                .post(REPORT + "/zero-submission", number, "2026-Q4")
                .then()
                .statusCode(422)
                .body("type", containsString("quarter-not-over"));
        acting().contentType("application/json")
                .body("{}")
                .post("/v1/zero-reports")
                .then()
                .statusCode(200)
                .body("filed", equalTo(5))
                .body("notFiled", equalTo(1))
                .body("reports.find { !it.filed }.cmasNumber", equalTo(other))
                .body("reports.find { !it.filed }.quarter", equalTo("2026-Q1"));
        Api.contractor(contractor)
                .get("/v1/report-obligations?state=DUE&state=OVERDUE")
                .then()
                .body("items.cmasNumber", contains(other));
    }

    @Test
    @DisplayName("a correction is a linked version with a reason; what was filed reads for ever as first issued")
    void correctionsAndReturns() throws SQLException {
        scene.order(agency, number, "2026-07-01").issued("1000.00");
        correct("LATE_FOUND_ORDER").statusCode(409);
        String first =
                Api.file(contractor, number, Q3).statusCode(201).extract().asString();
        String receipt = Api.report(number, Q3).extract().path("filing.receiptNumber");
        returned().statusCode(200).body("versions.returnReasons", contains(contains("PO-9 is missing")));
        returned().statusCode(409);
        correct("RETURNED_AS_INCOMPLETE").statusCode(422).body("type", containsString("nothing-to-correct"));
        put("{\"answers\":[],\"added\":[" + added("LOCAL", "", "40.00") + "]}").statusCode(200);
        correct("RETURNED_AS_INCOMPLETE")
                .statusCode(201)
                .body("version", equalTo(2))
                .body("corrects", equalTo(receipt))
                .body("reported.totals.fee", equalTo("13.00"));
        put("{\"answers\":[],\"added\":[" + added("LOCAL", "", "80.00") + "]}").statusCode(200);
        correct("WRONG_AMOUNT").statusCode(201).body("version", equalTo(3));

        assertThat(Api.report(number, Q3).extract().asString()).isEqualTo(first);
        Api.contractor(contractor)
                .get(REPORT + "/corrections", number, Q3)
                .then()
                .statusCode(200)
                .body("versions.version", contains(1, 2, 3))
                .body("versions[1].corrects", equalTo(receipt));
        Api.contractor(contractor)
                .get(REPORT + "/corrections/2", number, Q3)
                .then()
                .statusCode(200)
                .body("reported.totals.localTotal", equalTo("1040.00"));
        Path events = Path.of("src/main/resources/events");
        for (String payload : DatabaseRights.rows(
                OwnerDatabase.dataSource(),
                "select payload from journal where event_type = 'report.corrected.v1' and aggregate_id = '" + number
                        + ":2026-Q3'")) {
            JsonSchemas.assertValid(events.resolve("report.corrected.v1.schema.json"), payload);
        }
        assertThat(DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select event_type || ' ' || aggregate_version from journal where topic = 'cmas.reports' and aggregate_id = '"
                                + number + ":2026-Q3' order by aggregate_version"))
                .containsExactly(
                        "report.filed.v1 1", "report.returned.v1 2", "report.corrected.v1 3", "report.corrected.v1 4");
    }

    private ValidatableResponse correct(String reason) {
        return acting().header("If-Match", etag(Q3))
                .contentType("application/json")
                .body("{\"reason\":\"" + reason + "\"}")
                .post(REPORT + "/corrections", number, Q3)
                .then();
    }

    private ValidatableResponse returned() {
        return acting(Tokens.of("dgs-analyst"))
                .header("If-Match", etag(Q3))
                .contentType("application/json")
                .body("{\"reasons\":[\"PO-9 is missing\"]}")
                .post(REPORT + "/return", number, Q3)
                .then();
    }
}
