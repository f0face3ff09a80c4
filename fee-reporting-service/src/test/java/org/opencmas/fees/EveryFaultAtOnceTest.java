package org.opencmas.fees;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.everyfault.EveryFaultAtOnce;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Every operation names all faults of a request at once, in the order of the body, whatever finds them")
class EveryFaultAtOnceTest {
    @TestHTTPResource("/")
    URI service;

    @Inject
    Scene scene;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /v1/remittances | {"reference": "a\\u00a0b", "amount": "0.001", "receivedOn": "2199-12-31"} | /contractorId /reference /method /amount /receivedOn
            /v1/remittances | {"contractorId": "x", "reference": "R", "method": "CHECK", "amount": "-5", "receivedOn": "2199-12-31", "nonsense": 1} | /contractorId /amount /receivedOn /nonsense
            /v1/remittances/ID/allocations | {"allocations": [{"cmasNumber": "3-26-01-1001", "quarter": "2026-Q1", "amount": "0"}, {"quarter": "2026-Q1", "amount": "0.001"}]} | /allocations/0/amount /allocations/1/cmasNumber /allocations/1/amount
            /v1/remittances/ID/refunds | {"amount": "0.001", "reason": " "} | /amount /reason
            /v1/settlements | {"throughQuarter": "1900-Q1", "reason": " "} | /throughQuarter /reason
            /v1/settlements | {"throughQuarter": "1900-Q1"} | /throughQuarter /reason
            /v1/letter-runs | {"subject": "{{never}}", "body": "{{nothing}}"} | /kind /subject /body
            /v1/report-due-rules | {"firstQuarter": "1900-Q1", "dayOfNextMonth": 32, "source": "S"} | /name /firstQuarter /dayOfNextMonth /confidence
            /v1/dashboard-exports | {"content": "TOTALS", "by": "weather", "from": "never"} | /content /format /by /from
            """)
    void ofEachStage(String path, String body, String pointers) {
        given().auth()
                .oauth2(Tokens.of("dgs-analyst"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path.replace("ID", UUID.randomUUID().toString()))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointers.split(" ")));
    }

    @Test
    void ofAReportsLines() {
        given().auth()
                .oauth2(Tokens.contractor(UUID.randomUUID()))
                .header("If-Match", "*")
                .contentType("application/json")
                .body("""
                        {"answers": [{"documentVersion": 0, "cause": "ORIGINAL", "answer": "CONFIRMED", "reason": "no"}],
                         "added": [{"agencyName": "A", "agencyClass": "STATE", "purchaseOrderNumber": " ", "amendmentNumber": 0,
                                    "purchaseOrderDate": "2199-12-31", "total": "-1.001"}]}""")
                .put("/v1/quarterly-reports/3-26-01-1001/2026-Q3/lines")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains(
                                "/answers/0/orderId",
                                "/answers/0/documentVersion",
                                "/answers/0/reason",
                                "/added/0/agencyBillingCode",
                                "/added/0/purchaseOrderNumber",
                                "/added/0/purchaseOrderDate",
                                "/added/0/total",
                                "/added/0/total"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /v1/ledger-entries?limit=0&quarter=never&orderId=x&cursor=made-up&nonsense=1 | quarter orderId limit cursor nonsense
            /v1/work-items?limit=many&kind=NONE&contractorId=x | kind contractorId limit
            /v1/dashboards/sales?by=weather&from=2026-Q2&through=2026-Q1&top=0&topBy=x&limit=201 | by through top topBy limit
            /v1/remittances?contractorId=x&limit=0 | contractorId limit
            /v1/ledger-balances?asOf=never&knownAt=2199-12-31T00:00:00Z&nonsense=1 | cmasNumber asOf knownAt nonsense
            /v1/agreement-credits/3-26-01-1001?knownAt=2199-12-31T00:00:00Z&nonsense=1 | knownAt nonsense
            """)
    void ofAListsParameters(String address, String names) {
        given().auth()
                .oauth2(Tokens.of("dgs-analyst"))
                .get(address)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains(names.split(" ")));
    }

    @Test
    void ofEveryOperation() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2026-01-01", "2026-12-31");
        EveryFaultAtOnce.of("fee-reporting-service", service)
                .as(
                        Tokens.of("dgs-analyst"),
                        Tokens.contractor(contractor),
                        Tokens.of("dgs-approver"),
                        Tokens.of("auditor"))
                .knowing("contractorId", contractor)
                .knowing("number", number)
                .knowing("cmasNumber", number)
                .knowing("quarter", "2026-Q3")
                .dependent("putReportLines", "/added/*/agencyBillingCode", "needed of a State order, taken of no other")
                .run();
    }
}
