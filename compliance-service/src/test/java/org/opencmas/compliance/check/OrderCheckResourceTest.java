package org.opencmas.compliance.check;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.compliance.News;
import org.opencmas.compliance.ruleset.RuleSets;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A dry run tells what would be decided, and why, and stores nothing")
public class OrderCheckResourceTest {
    @Test
    void anOrderThatMeetsTheRulesWouldBeIssued() {
        News news = new News().all();

        Eventually.within(
                News.DEADLINE,
                () -> check(Tokens.buyer(news.agency), news.check("120.00"))
                        .statusCode(200)
                        .body("decision", equalTo("ISSUE")));
        check(Tokens.buyer(news.agency), news.check("120.00"))
                .body("summary.FAIL", equalTo(0))
                .body("summary.UNDETERMINED", equalTo(0))
                .body("findings", hasSize(greaterThan(29)))
                .body("findings.citation.document", everyItem(containsString("Guide")))
                .body("asOf.'/contract-registry-service'", greaterThan(-1))
                .body("ruleSetVersion.length()", equalTo(64));
    }

    @Test
    void aPriceAboveTheCeilingComesWithTheRemedy() {
        News news = new News().all();

        Eventually.within(
                News.DEADLINE,
                () -> check(Tokens.buyer(news.agency), news.check("125.50"))
                        .body("findings.find { it.ruleId == 'CON-PRICE-CEILING' }.verdict", equalTo("FAIL")));
        check(Tokens.buyer(news.agency), news.check("125.50"))
                .body("decision", equalTo("RETURN"))
                .body("findings.findAll { it.blocking }.ruleId", equalTo(List.of("CON-PRICE-CEILING")))
                .body(
                        "findings.find { it.blocking }.remedy",
                        equalTo("Set the unit price of line 10 to 120.00 or less."))
                .body("findings.find { it.blocking }.lineIds", equalTo(List.of("10")))
                .body("findings.find { it.blocking }.numbers.excess", equalTo("5.50"));
    }

    @Test
    void onlyWhatIsNotAPlainPassIsAnsweredWhenThatIsAskedFor() {
        News news = new News().all();
        Eventually.within(
                News.DEADLINE,
                () -> check(Tokens.buyer(news.agency), news.check("125.50"))
                        .body("findings.find { it.ruleId == 'CON-PRICE-CEILING' }.verdict", equalTo("FAIL")));

        JsonPath all = check(Tokens.buyer(news.agency), news.check("125.50"), "?findings=all")
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath failing = check(Tokens.buyer(news.agency), news.check("125.50"), "?findings=failing")
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(all.getList("findings.verdict")).contains("PASS", "NOT_APPLICABLE", "FAIL");
        assertThat(failing.getList("findings"))
                .isEqualTo(all.getList("findings.findAll { it.verdict != 'PASS' && it.verdict != 'NOT_APPLICABLE' }"));
        assertThat(failing.getList("findings.ruleId")).contains("CON-PRICE-CEILING");
        assertThat(failing.getMap("summary")).isEqualTo(all.getMap("summary"));
        assertThat(failing.getString("decision")).isEqualTo("RETURN");
        assertThat(failing.getString("ruleSetVersion")).isEqualTo(all.getString("ruleSetVersion"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?findings=some",
                "?findings=FAILING",
                "?findings=",
                "?findings=%20",
                "?findings=all&findings=failing"
            })
    void findingsAreAllOrFailing(String query) {
        check(Tokens.buyer(UUID.randomUUID()), new News().check("1.00"), query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo("findings"));
    }

    @Test
    void whatHasNotArrivedIsNamedAndNeverPasses() {
        News nobody = new News();

        check(Tokens.buyer(nobody.agency), nobody.check("1.00"))
                .statusCode(200)
                .body("decision", equalTo("RETURN"))
                .body("findings.findAll { it.blocking }.verdict", everyItem(equalTo("UNDETERMINED")))
                .body("findings.findAll { it.blocking }.remedy", hasItem(containsString(nobody.cmas)));
    }

    @Test
    void anAnalystNamesTheAgency() {
        News news = new News();
        String body = news.check("1.00");

        check(Tokens.of("dgs-analyst"), body).statusCode(400).body("errors.pointer", equalTo(List.of("/agencyId")));
        check(Tokens.of("dgs-analyst"), body.replaceFirst("\\{", "{\"agencyId\": \"" + news.agency + "\","))
                .statusCode(200);
    }

    @Test
    void anotherAgencyIsRefused() {
        String body = new News().check("1.00").replaceFirst("\\{", "{\"agencyId\": \"" + UUID.randomUUID() + "\",");

        check(Tokens.buyer(UUID.randomUUID()), body)
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/agencyId")));
    }

    @Test
    void onlyBuyersApproversAndAnalystsMayAsk() {
        given().contentType(ContentType.JSON)
                .body(new News().check("1.00"))
                .post("/v1/order-checks")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        check(Tokens.contractor(UUID.randomUUID()), new News().check("1.00"))
                .statusCode(403)
                .contentType("application/problem+json");
        check(Tokens.of("agency-buyer"), new News().check("1.00")).statusCode(403);
    }

    @Test
    void everyFaultOfTheShapeIsNamedAtOnce() {
        check(Tokens.buyer(UUID.randomUUID()), """
                {"agencyOrderNumber": " ", "contractorId": "%s", "orderDate": "2026-03-02",
                 "lines": [{"lineId": "1", "description": "x", "unit": "EA", "quantity": "0", "unitPrice": "1.00"}]}
                """.formatted(UUID.randomUUID()))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("/agencyOrderNumber", "/lines/0/quantity"));
    }

    @Test
    void whatCannotBeIsRefusedWithItsPlace() {
        check(Tokens.buyer(UUID.randomUUID()), """
                {"agencyOrderNumber": "PO-1", "contractorId": "%s", "orderDate": "2026-03-02", "tax": "-1.00",
                 "lines": [{"lineId": "1", "description": "x", "unit": "EA", "quantity": "3", "unitPrice": "0.3333333"},
                           {"lineId": "1", "description": "x", "unit": "EA", "quantity": "3", "unitPrice": "-1",
                            "amount": "9.98"}]}
                """.formatted(UUID.randomUUID()))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems("/tax", "/lines/0/unitPrice", "/lines/1/lineId", "/lines/1/unitPrice"));
    }

    @Test
    void anUnknownFieldAndNoBodyAreProblems() {
        check(Tokens.buyer(UUID.randomUUID()), new News().check("1.00").replaceFirst("\\{", "{\"orderdate\": 1,"))
                .statusCode(400)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.buyer(UUID.randomUUID()))
                .contentType(ContentType.JSON)
                .post("/v1/order-checks")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aNumberThatIsNoCmasNumberIsMalformedAsItIsWhenTheOrderIsPlaced() {
        News news = new News();

        check(Tokens.buyer(news.agency), news.check("1.00").replace("#" + news.cmas, "GS-35F-0119Y"))
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/lines/0/cmasNumber")))
                .body("errors[0].detail", containsString("federal base contract"));
    }

    @Test
    void whatAmendsSaysIsJudgedWithTheRest() {
        check(Tokens.buyer(UUID.randomUUID()), new News().check("1.00").replaceFirst("\\{", """
                                {"amends": {"orderDate": "2026-03-02", "amendmentDate": "2026-03-01", "amendmentNumber": 0,
                                            "unchangedLineIds": ["10", " "]}, "tax": "x",
                                """))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        equalTo(List.of(
                                "/tax",
                                "/amends/amendmentNumber",
                                "/amends/amendmentDate",
                                "/amends/unchangedLineIds/1")));
        check(
                        Tokens.buyer(UUID.randomUUID()),
                        new News()
                                .check("1.00")
                                .replaceFirst(
                                        "\\{",
                                        "{\"amends\": {\"orderDate\": \"2026-03-02\", \"amendmentDate\": \"2199-01-01\"},"))
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/amends/amendmentNumber", "/amends/amendmentDate")));
    }

    @Test
    @DisplayName("A check may be asked as on a future day: the last day of the CMAS passes, the day after does not")
    void aCheckIsAskedAsOnAFutureDay() {
        LocalDate today = LocalDate.now(ProgramCalendar.ZONE);
        News news = new News().agency("CITY").contractor();
        news.agreement(
                "agreement.registered.v1",
                "ACTIVE",
                "2026-01-01",
                today.plusDays(30).toString(),
                0);
        news.priceList("120.00");
        String body = news.check("120.00");
        Eventually.within(
                News.DEADLINE,
                () -> check(Tokens.buyer(news.agency), body, "").body("summary.UNDETERMINED", equalTo(0)));

        check(Tokens.buyer(news.agency), body, "?asOn=" + today.plusDays(30))
                .body("asOn", equalTo(today.plusDays(30).toString()))
                .body("findings.find { it.ruleId == 'ORD-ISSUE-BEFORE-EXPIRY' }.verdict", equalTo("PASS"));
        check(Tokens.buyer(news.agency), body, "?asOn=" + today.plusDays(31))
                .body("decision", equalTo("RETURN"))
                .body("findings.find { it.ruleId == 'ORD-ISSUE-BEFORE-EXPIRY' }.verdict", equalTo("FAIL"));
        check(Tokens.buyer(news.agency), body, "?asOn=" + today.minusDays(1))
                .statusCode(400)
                .body("errors[0].parameter", equalTo("asOn"));
        check(Tokens.buyer(news.agency), body, "?asOn=soon").statusCode(400);
        String first = RuleSets.all().getFirst().version();
        check(Tokens.buyer(news.agency), body, "?ruleSetVersion=" + first)
                .statusCode(200)
                .body("ruleSetVersion", equalTo(first))
                .body("findings.findAll { it.ruleId == 'NSP-DOLLAR-LOW' }.ruleVersion", hasItem(1));
        check(Tokens.buyer(news.agency), body, "?ruleSetVersion=abc")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("ruleSetVersion"));
    }

    @Test
    @DisplayName("A check names the attestations that are missing, and how fresh its copies are")
    void whatIsMissingIsNamedByItsKind() {
        News news = new News().all();
        Eventually.within(
                News.DEADLINE,
                () -> check(Tokens.buyer(news.agency), news.check("120.00"))
                        .body("decision", equalTo("ISSUE"))
                        .body(
                                "attestationsMissing.kind",
                                hasItems("CON-COPY-OBTAINED", "GEN-LOCAL-OWN-POLICY", "BV-MIN-STEPS"))
                        .body(
                                "attestationsMissing.find { it.kind == 'CON-COPY-OBTAINED' }.lineIds",
                                equalTo(List.of("10")))
                        .body("attestationsMissing.blocking", everyItem(equalTo(false)))
                        .body("newestNews.'/contract-registry-service'", notNullValue()));
    }

    @Test
    @DisplayName("Anyone may read what can be attested to")
    void attestationKindsAreListedWithoutAToken() {
        given().get("/v1/attestation-kinds")
                .then()
                .statusCode(200)
                .body("items.find { it.kind == 'BV-MIN-STEPS' }.holdsDays", equalTo(90))
                .body("items.find { it.kind == 'PW-INCIDENTAL' }.holdsDays", nullValue())
                .body("items.find { it.kind == 'GEN-LOCAL-OWN-POLICY' }.reusable", equalTo(true))
                .body("items.find { it.kind == 'FACT-CHECKED-ELSEWHERE' }.rules", hasItem("CON-PRICE-CEILING"))
                .body("items.signedBy", everyItem(notNullValue()));
    }

    @Test
    void noFindingSpeaksOfApproval() {
        check(Tokens.buyer(UUID.randomUUID()), new News().check("1.00"))
                .body(
                        "findings.verdict",
                        everyItem(in(List.of(
                                "PASS", "FAIL", "WARN", "NEEDS_ATTESTATION", "NOT_APPLICABLE", "UNDETERMINED"))));
    }

    /** A reading that an analyst enters without a text counts like any other, and whoever is judged by it is told. */
    @Test
    void aFigureThatNoTextConfirmsIsToldWithTheAnswer() {
        News news = new News();
        check(Tokens.buyer(news.agency), news.check("120.00")).statusCode(200).body("unconfirmedFigures", hasSize(0));
        String figure = given().auth()
                .oauth2(Tokens.person("ana", "dgs-analyst"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("""
                        {"name": "BACK_DATING_DAYS", "value": "30", "validFrom": "2095-01-01", "source": "a guess", "confidence": "M"}""")
                .post("/v1/parameters")
                .then()
                .statusCode(201)
                .extract()
                .path("parameterId");
        given().auth()
                .oauth2(Tokens.person("bob", "dgs-approver"))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/parameters/" + figure + "/activation")
                .then()
                .statusCode(200);

        check(Tokens.buyer(news.agency), news.check("120.00"), "?asOn=2095-01-01")
                .statusCode(200)
                .body("unconfirmedFigures.name", equalTo(List.of("BACK_DATING_DAYS")))
                .body("unconfirmedFigures[0].source", equalTo("a guess"));
    }

    public static ValidatableResponse check(String token, String body) {
        return check(token, body, "");
    }

    private static ValidatableResponse check(String token, String body, String query) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .urlEncodingEnabled(false)
                .post("/v1/order-checks" + query)
                .then();
    }
}
