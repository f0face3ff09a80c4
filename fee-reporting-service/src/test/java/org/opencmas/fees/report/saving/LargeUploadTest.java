package org.opencmas.fees.report.saving;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.fees.Api;
import org.opencmas.fees.Scene;
import org.opencmas.fees.report.draft.ReportDraft;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "RPT-ALL-LOCAL: a report of more orders than a document holds stands in rows, and is filed and reconciled from them")
class LargeUploadTest {
    private static final String REPORT = "/v1/quarterly-reports/{number}/{quarter}";
    private static final String Q3 = "2026-Q3";
    /** More than a document holds, and more than one of the batches in which rows are stored; 210,000 with {@code ./cmas soak}. */
    private static final int LARGE = Integer.getInteger("upload.rows", 30_000);

    private static final int MORE_THAN_A_DOCUMENT = ReportDraft.MOST_IN_DOCUMENT + 1;

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

    /** Each added order is worth 100.00, so that its fee is 1.25; every hundredth is a State department's. */
    private static String file(String firstRows, int added) {
        var csv =
                new StringBuilder("Agency Name,Billing Code,PO Number,PO Date,Amount,Tax,Reseller\n").append(firstRows);
        for (int i = 1; i <= added; i++) {
            boolean isState = i % 100 == 0;
            csv.append(isState ? "Department of Justice,01234" : "City of Galt,")
                    .append(",NEW-")
                    .append(i)
                    .append(",2026-07-0")
                    .append(1 + i % 9)
                    .append(",100.00,7.75,\"Tab\tand \\ and\nline\"\n");
        }
        return csv.toString();
    }

    private String etag() {
        return Api.report(number, Q3).statusCode(200).extract().header("ETag");
    }

    private ValidatableResponse upload(String csv) {
        return given().auth()
                .oauth2(Tokens.contractor(contractor))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag())
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(REPORT + "/uploads", number, Q3)
                .then();
    }

    private String stored(String what) throws SQLException {
        return DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select " + what + " from report_draft_row where cmas_number = '" + number + "'")
                .getFirst();
    }

    @Test
    @DisplayName("All rows of a large file are saved, and a file with one fault more saves none of them")
    void aLargeOne() throws SQLException {
        upload(file("", LARGE) + "City of Galt,,NEW-1,2026-07-01,1.00,,\n")
                .statusCode(422)
                .body("totalFaults", equalTo(1))
                .body("rowsRead", equalTo(LARGE + 1));
        assertThat(stored("count(*)")).isEqualTo("0");
        upload(file("", LARGE))
                .statusCode(201)
                .body("draft.added", hasSize(0))
                .body("reported.lines", hasSize(0))
                .body("reported.added.count", equalTo(LARGE))
                .body("reported.totals.lineCount", equalTo(LARGE))
                .body("reported.totals.localTotal", equalTo(99 * LARGE + ".00"))
                .body("reported.totals.stateTotal", equalTo(LARGE + ".00"))
                .body(
                        "reported.totals.fee",
                        equalTo(new BigDecimal("1.2375")
                                .multiply(BigDecimal.valueOf(LARGE))
                                .setScale(2)
                                .toPlainString()));
        assertThat(stored("count(*)")).isEqualTo(Integer.toString(LARGE));
    }

    @Test
    void rowsThatAnswerALineStandInTheDocumentAndTheOthersAreListedPageByPage() throws SQLException {
        var order = scene.order(agency, number, "2026-07-01").issued("1000.00");
        String ofLine = "Some agency,,po-%s,2026-07-01,1000.00,,\n"
                .formatted(order.orderId.toString().substring(0, 8));
        upload(file(ofLine, MORE_THAN_A_DOCUMENT))
                .statusCode(201)
                .body("reported.lines.answer", contains("CONFIRMED"))
                .body("reported.added.count", equalTo(MORE_THAN_A_DOCUMENT))
                .body("reported.added.rates", hasSize(9))
                .body("reported.totals.lineCount", equalTo(MORE_THAN_A_DOCUMENT + 1));
        List<String> numbers = new ArrayList<>();
        String next = "/v1/quarterly-reports/" + number + "/" + Q3 + "/drafts/1/added-orders?limit=200";
        while (next != null) {
            var page =
                    Api.contractor(contractor).get(next).then().statusCode(200).extract();
            numbers.addAll(page.path("items.purchaseOrderNumber"));
            next = page.path("next");
        }
        assertThat(numbers)
                .hasSize(MORE_THAN_A_DOCUMENT)
                .doesNotHaveDuplicates()
                .startsWith("NEW-1", "NEW-2");
        list(1, 100)
                .body("items[0].fee", equalTo("1.25"))
                .body("items[0].answer", equalTo("ADDED"))
                .body("items[0].reseller", equalTo("Tab\tand \\ and\nline"))
                .body("items[99].agencyClass", equalTo("STATE"))
                .body("items[99].fee", equalTo("0.00"));
        list(2, 1).statusCode(404);
        Api.contractor(scene.contractor())
                .get(REPORT + "/drafts/1/added-orders", number, Q3)
                .then()
                .statusCode(404);
        String rows = "select place from report_draft_row where cmas_number = '" + number + "'";
        assertThat(Tenant.of(Optional.empty(), Optional.of(UUID.randomUUID()))
                        .during(() -> DatabaseRights.rows(application, rows)))
                .isEmpty();
    }

    private ValidatableResponse list(int draft, int limit) {
        return Api.analyst()
                .get(REPORT + "/drafts/{draft}/added-orders?limit={limit}", number, Q3, draft, limit)
                .then();
    }

    @Test
    @DisplayName("the same file once more is the same draft, a small one and a large one")
    void theSameFileOnceMoreChangesNothing() throws SQLException {
        upload(file("", 3)).statusCode(201).body("draft.version", equalTo(1));
        String before = etag();
        upload(file("", 3)).statusCode(201).body("draft.version", equalTo(1)).header("ETag", equalTo(before));
        upload(file("", MORE_THAN_A_DOCUMENT)).statusCode(201).body("draft.version", equalTo(2));
        upload(file("", MORE_THAN_A_DOCUMENT)).statusCode(201).body("draft.version", equalTo(2));
        assertThat(stored("count(*)")).isEqualTo(Integer.toString(MORE_THAN_A_DOCUMENT));
        upload(file("", 3)).statusCode(201).body("draft.version", equalTo(3));
    }

    @Test
    @DisplayName("a report in rows is filed with its rates, reconciled row by row, and corrected by another one")
    void isFiledReconciledAndCorrected() {
        var missing = scene.order(agency, number, "2026-07-01").issued("500.00");
        var state = scene.order(scene.agency("STATE_DEPARTMENT"), number, "2026-07-03")
                .issued("400.00");
        var earlier = scene.order(agency, number, "2026-02-03").issued("80.00");
        upload(file("A,,%s,2026-07-03,400.00,,\nA,,%s,2026-02-03,80.00,,\n".formatted(po(state), po(earlier)), 6_000))
                .statusCode(201);
        Api.file(contractor, number, Q3)
                .statusCode(201)
                .body("reported.added.count", equalTo(6_002))
                .body("reported.added.rates.rate.unique()", contains("0.0125"))
                .body("reported.totals.fee", equalTo("7431.00"));
        list(1, 3).body("items.fee", contains("5.00", "1.00", "1.25"));
        reconciliation()
                .body("differenceCount", equalTo(5_943))
                .body("differences", hasSize(5_000))
                .body("reported.sales", equalTo("594480.00"))
                .body("feeDifferenceByCause.ORDER_NOT_IN_SYSTEM", equalTo("-7425.00"))
                .body("feeDifferenceByCause.STATE_ORDER_AS_LOCAL", equalTo("-5.00"))
                .body("feeDifferenceByCause.WRONG_QUARTER", equalTo("-1.00"))
                .body("feeDifferenceByCause.ORDER_NOT_IN_REPORT", equalTo("6.25"));
        String confirmed = "A,,%s,2026-07-01,500.00,,\n".formatted(po(missing));
        upload(file(confirmed, 6_000)).statusCode(201).body("draft.version", equalTo(2));
        given().auth()
                .oauth2(Tokens.contractor(contractor))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag())
                .contentType("application/json")
                .body("{\"reason\":\"OTHER\"}")
                .post(REPORT + "/corrections", number, Q3)
                .then()
                .statusCode(201)
                .body("reported.added.count", equalTo(6_000));
        reconciliation()
                .body("differenceCount", equalTo(5_940))
                .body("feeDifferenceByCause.ORDER_NOT_IN_REPORT", nullValue());
    }

    private ValidatableResponse reconciliation() {
        return Api.analyst()
                .get("/v1/reconciliations/{number}/{quarter}", number, Q3)
                .then()
                .statusCode(200)
                .body("unexplainedFee", equalTo("0.00"))
                .body("unexplainedSales", equalTo("0.00"));
    }

    private static String po(Scene.Order order) {
        return "PO-" + order.orderId.toString().substring(0, 8);
    }
}
