package org.opencmas.compliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            compliance-reviewer | /v1/reviews | {"contractorId": "x", "through": "2199-12-31", "sample": {"method": "RANDOM", "size": "many"}, "answerDays": 0} | /contractorId /from /through /sample/size /answerDays
            compliance-reviewer | /v1/reviews/ID/orders/ID/assessments | {"question": "WHY", "answer": 1, "nonsense": 1} | /question /answer /evidence /nonsense
            compliance-reviewer | /v1/reviews/ID/closure | {"conclusion": "NONE", "reason": 5} | /conclusion /reason
            contractor          | /v1/reviews/ID/answer | {"findings": [{"number": 0, "accepted": "yes"}]} | /statement /findings/0/number /findings/0/accepted /findings/0/statement
            dgs-analyst         | /v1/rehearsals | {"ruleSetVersion": "never", "parameterId": "x", "nonsense": 1} | WHOLE /ruleSetVersion /parameterId /nonsense
            agency-buyer        | /v1/exemption-determinations | {"agencyClass": "CITY", "informationTechnology": "yes", "procurement": {"estimatedAmount": "-1", "procuredOn": "2199-12-31"}} | /agencyClass /informationTechnology /procurement/description /procurement/businessNeed /procurement/estimatedAmount /procurement/procuredOn
            exemption-reviewer  | /v1/pmo-assignments | {"agencyId": "x", "person": 5, "contact": " ", "validFrom": "2199-12-31"} | /agencyId /role /person /contact /validFrom /source
            dgs-analyst         | /v1/parameters | {"name": "LOCAL_FEE_CAP", "value": "-1", "validFrom": "never", "source": " ", "confidence": "A"} | /name /value /validFrom /source
            """)
    void ofEachStage(String role, String path, String body, String pointers) {
        given().auth()
                .oauth2(role.equals("agency-buyer") ? Tokens.buyer(UUID.randomUUID()) : Tokens.of(role))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .post(path.replace("ID", UUID.randomUUID().toString()))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointers.replace("WHOLE", "").split(" ", -1)));
    }

    @Test
    void ofEveryOperation() {
        News news = new News().all();
        EveryFaultAtOnce.of("compliance-service", service)
                .as(
                        Tokens.buyer(news.agency),
                        Tokens.of("compliance-reviewer"),
                        Tokens.of("exemption-reviewer"),
                        Tokens.of("dgs-analyst"),
                        Tokens.contractor(news.contractor),
                        Tokens.of("dgs-approver"),
                        Tokens.of("auditor"))
                .knowing("agencyId", news.agency)
                .dependent(
                        "determineExemption", "/search/found/*/mandatoryFrom", "needed of a mandatory agreement only")
                .dependent(
                        "determineExemption", "/search/found/*/mandatoryThrough", "taken of a mandatory agreement only")
                .dependent("determineExemption", "/search/found/*/meetsNeed", "needed of a mandatory agreement only")
                .dependent("determineExemption", "/search/found/*/unmetNeed", "needed where the need is not met")
                .dependent("determineExemption", "/search/found/*/justification", "needed where the need is not met")
                .dependent("checkPayment", "/progress", "needed of a progress payment, and of no other kind")
                .run();
    }
}
