package org.opencmas.compliance.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "A contractor is reviewed from the plan to the closed case file (CMP-PERIODIC, CMP-SCOPE, CMP-CONTRACTOR-3)")
class ReviewStoryTest {
    private static final String PATH = "/v1/reviews";
    private static final Path EVENTS = Path.of("src/main/resources/events");
    private static final String REVIEWER = Tokens.person("rita", "compliance-reviewer");
    private static final String SECOND = Tokens.person("sam", "compliance-reviewer");

    @Inject
    DataSource application;

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static ValidatableResponse post(String token, String path, String ifMatch, String body) {
        RequestSpecification request = as(token).header("Idempotency-Key", UUID.randomUUID());
        return (ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    private static ValidatableResponse plan(UUID contractor, String from, String through, String sample) {
        return post(
                REVIEWER,
                PATH,
                "",
                "{\"contractorId\": \"%s\", \"from\": \"%s\", \"through\": \"%s\", \"sample\": %s}"
                        .formatted(contractor, from, through, sample));
    }

    private static String planned(ReviewedContractor contractor, String sample) {
        return plan(contractor.state.contractor, "2026-01-01", "2026-06-30", sample)
                .statusCode(202)
                .header("Location", notNullValue())
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("PLANNED"))
                .extract()
                .path("reviewId");
    }

    private static void awaitExamined(String review) {
        Eventually.within(
                News.DEADLINE,
                () -> as(REVIEWER)
                        .get(PATH + "/" + review)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("EXAMINED")));
    }

    private static List<Map<String, Object>> findings(String review) {
        return as(REVIEWER)
                .get(PATH + "/" + review + "/findings?limit=200")
                .jsonPath()
                .getList("items");
    }

    @Test
    void fromThePlanToTheClosedCaseFile() throws SQLException, IOException {
        ReviewedContractor contractor = ReviewedContractor.known();
        UUID ofState = contractor.order(contractor.state);
        UUID ofCity = contractor.order(contractor.city);
        contractor.lowerPrice();
        contractor.report("2026-Q1");
        String review = planned(contractor, "{\"method\": \"ALL\"}");
        awaitExamined(review);
        String path = PATH + "/" + review;

        List<Map<String, Object>> found = findings(review);
        assertThat(found)
                .filteredOn(each -> ofState.toString().equals(each.get("orderId")))
                .extracting(each -> each.get("kind"))
                .containsExactly("OVERCHARGE", "NOT_RETURNED");
        assertThat(found)
                .filteredOn(each -> "OVERCHARGE".equals(each.get("kind")))
                .allSatisfy(each -> assertThat(each.get("numbers").toString())
                        .contains("overcharge=40.00", "percent=20.00", "ceiling=100.00"));
        // CMP-SCOPE
        assertThat(found)
                .filteredOn(each -> ofCity.toString().equals(each.get("orderId")))
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.get("informationOnly")).isEqualTo(true);
                    assertThat(each.get("message").toString()).contains("For information only");
                });
        // RPT-SUBMITTED
        assertThat(found)
                .filteredOn(each -> "REPORT_MISSING".equals(each.get("kind")))
                .singleElement()
                .satisfies(each -> assertThat(each.get("message").toString()).contains("2026-Q2"));

        String own = Tokens.contractor(contractor.state.contractor);
        as(own).get(path).then().statusCode(200).body("contractorName", equalTo("Contractor, Inc."));
        as(own).get(PATH).then().body("items.reviewId", hasItem(review));
        as(Tokens.of("auditor")).get(path + "/case-file").then().statusCode(200);
        for (String suffix : List.of("", "/findings", "/orders", "/case-file", "/case-file/paper")) {
            as(Tokens.contractor(UUID.randomUUID())).get(path + suffix).then().statusCode(404);
            as(Tokens.buyer(contractor.state.agency)).get(path + suffix).then().statusCode(403);
        }

        String assessment =
                "{\"question\": \"COPY_OBTAINED\", \"answer\": \"IN_ORDER\", \"evidence\": \"The price pages\"}";
        String assessments = path + "/orders/" + ofState + "/assessments";
        as(REVIEWER).get(path + "/orders/" + ofState).then().statusCode(200).header("ETag", equalTo("\"2\""));
        post(Tokens.of("auditor"), assessments, "\"2\"", assessment).statusCode(403);
        post(REVIEWER, path + "/orders/" + UUID.randomUUID() + "/assessments", "\"2\"", assessment)
                .statusCode(404);
        post(REVIEWER, assessments, "\"2\"", "{\"question\": \"PRICE\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/question", "/answer", "/evidence"));
        post(REVIEWER, assessments, "\"2\"", assessment).statusCode(200).header("ETag", equalTo("\"3\""));
        as(REVIEWER)
                .get(path + "/orders")
                .then()
                .body("items", hasSize(2))
                .body(
                        "items.find { it.orderId == '" + ofState
                                + "' }.evidence.find { it.question == 'COPY_OBTAINED' }.answer",
                        equalTo("IN_ORDER"))
                .body(
                        "items.find { it.orderId == '" + ofState
                                + "' }.evidence.find { it.question == 'PRICES_AGREE' }.answer",
                        equalTo("NOT_IN_ORDER"))
                .body("items.find { it.orderId == '" + ofCity + "' }.informationOnly", equalTo(true))
                .body(
                        "items.find { it.orderId == '" + ofCity
                                + "' }.evidence.find { it.question == 'COPY_OBTAINED' }.answer",
                        equalTo("OPEN"));

        String closure = "{\"conclusion\": \"%s\", \"reason\": \"The contractor repaid 40.00.\"}";
        post(SECOND, path + "/closure", "\"3\"", closure.formatted("ISSUES_RESOLVED"))
                .statusCode(409)
                .body("type", equalTo("/problems/answer-awaited"));
        String answer = """
                {"statement": "We repay what was too much.",
                 "findings": [{"number": %d, "accepted": true, "statement": "Repaid."}]}
                """;
        post(own, path + "/answer", "", answer.formatted(1)).statusCode(428);
        post(own, path + "/answer", "\"2\"", answer.formatted(1)).statusCode(412);
        post(Tokens.contractor(UUID.randomUUID()), path + "/answer", "\"3\"", answer.formatted(1))
                .statusCode(404);
        post(own, path + "/answer", "\"3\"", answer.formatted(999))
                .statusCode(400)
                .body("errors.pointer", contains("/findings/0/number"));
        post(own, path + "/answer", "\"3\"", answer.formatted(1))
                .statusCode(200)
                .header("ETag", equalTo("\"4\""))
                .body("state", equalTo("ANSWERED"));
        post(REVIEWER, path + "/closure", "\"4\"", closure.formatted("ISSUES_RESOLVED"))
                .statusCode(409)
                .body("type", equalTo("/problems/second-person-needed"));
        post(SECOND, path + "/closure", "\"4\"", closure.formatted("NO_ISSUES"))
                .statusCode(409)
                .body("type", equalTo("/problems/issues-found"));
        post(SECOND, path + "/closure", "\"4\"", closure.formatted("ISSUES_RESOLVED"))
                .statusCode(200)
                .header("ETag", equalTo("\"5\""))
                .body("state", equalTo("CLOSED"));
        post(own, path + "/answer", "\"5\"", answer.formatted(1))
                .statusCode(409)
                .body("type", equalTo("/problems/review-closed"));

        as(own).get(path + "/case-file")
                .then()
                .statusCode(200)
                .body("scope", containsString("binds State agencies only"))
                .body("points.find { it.point == 'OVERCHARGING' }.violations", equalTo(1))
                .body("points.find { it.point == 'OVERCHARGING' }.informationOnly", equalTo(1))
                .body("points.find { it.point == 'QUARTERLY_REPORTS' }.violations", equalTo(1))
                .body("answers[0].late", equalTo(false))
                .body("closure.conclusion", equalTo("ISSUES_RESOLVED"))
                .body("closure.closedBy", equalTo("sam"))
                .body("furtherFindings", equalTo(0));
        byte[] paper = paper(path);
        assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(paper(path)).isEqualTo(paper);
        Files.write(Path.of("target/review-case-file.pdf"), paper);

        TopicProbe probe = TopicProbe.ofServiceUnderTest();
        for (String type : List.of(
                "review.planned.v1",
                "review.examined.v1",
                "review.assessed.v1",
                "review.answered.v1",
                "review.closed.v1")) {
            JsonSchemas.assertValid(
                    EVENTS.resolve(type + ".schema.json"),
                    probe.awaitOne("cmas.reviews", type, UUID.fromString(review), News.DEADLINE)
                            .payload());
        }
    }

    private static byte[] paper(String path) {
        return as(REVIEWER)
                .get(path + "/case-file/paper")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    @Test
    void whatCannotBeReviewedIsRefusedAndNothingIsKept() throws SQLException {
        ReviewedContractor contractor = ReviewedContractor.known();
        UUID id = contractor.state.contractor;
        String three = "{\"method\": \"RANDOM\", \"size\": 3}";

        plan(id, "2026-01-01", "2026-06-30", "{\"method\": \"ALL\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/no-orders"));
        contractor.order(contractor.state);
        contractor.order(contractor.city);
        plan(id, "2026-01-01", "2026-06-30", three)
                .statusCode(409)
                .body("type", equalTo("/problems/sample-exceeds-population"))
                .body("population", equalTo(2));
        plan(id, "2026-01-01", "2026-03-01", "{\"method\": \"ALL\"}").statusCode(409);
        plan(id, "2026-03-03", "2026-06-30", "{\"method\": \"ALL\"}").statusCode(409);
        plan(UUID.randomUUID(), "2026-01-01", "2026-06-30", three)
                .statusCode(400)
                .body("errors.pointer", contains("/contractorId"));
        plan(id, "2026-06-30", "2026-01-01", "{\"method\": \"ALL\", \"size\": 1, \"seed\": -1}")
                .statusCode(400)
                .body("errors.pointer", contains("/through", "/sample/size", "/sample/seed"));
        plan(id, "2026-01-01", "2199-06-30", "{\"method\": \"RANDOM\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/through", "/sample/size"));
        as(REVIEWER).get(PATH + "?contractorId=" + id).then().statusCode(200).body("items", empty());
        post(Tokens.of("dgs-analyst"), PATH, "", "{}").statusCode(403);
        plan(id, "2026-03-02", "2026-03-02", "{\"method\": \"RANDOM\", \"size\": 2}")
                .statusCode(202);
    }

    @Test
    void cmpPeriodicTheSameSeedGivesTheSameSample() throws SQLException {
        ReviewedContractor contractor = ReviewedContractor.known();
        for (int i = 0; i < 5; i++) {
            contractor.order(i % 2 == 0 ? contractor.state : contractor.city);
        }
        String sample = "{\"method\": \"RANDOM\", \"size\": 2, \"seed\": 42}";
        String first = planned(contractor, sample);
        String second = planned(contractor, sample);
        awaitExamined(first);
        awaitExamined(second);

        JsonPath one = as(REVIEWER).get(PATH + "/" + first + "/orders").jsonPath();
        assertThat(one.getList("items.orderId"))
                .hasSize(2)
                .isEqualTo(as(REVIEWER)
                        .get(PATH + "/" + second + "/orders")
                        .jsonPath()
                        .getList("items.orderId"));
        assertThat((String) as(REVIEWER).get(PATH + "/" + first).path("sample.populationHash"))
                .isEqualTo(as(REVIEWER).get(PATH + "/" + second).path("sample.populationHash"));
        String next = as(REVIEWER).get(PATH + "/" + first + "/orders?limit=1").path("next");
        as(REVIEWER)
                .get(next)
                .then()
                .body("items.orderId", contains(one.<String>get("items[1].orderId")))
                .body("next", nullValue());
    }

    /** Its receipt tells the version beside its facts, and not in them. */
    @Test
    void cmpReturnNoncompliantTheReturnOfAnOrderJudgedByTheFirstReleaseIsSeen() throws SQLException {
        ReviewedContractor contractor = ReviewedContractor.known();
        UUID order = contractor.order(contractor.state);
        UUID old = UUID.randomUUID();
        owner("""
                insert into evaluation (agency_id, evaluation_id, order_id, sequence, document_version, agency_order_number,
                    amendment_number, decision, rule_set_version, as_of, facts, findings, receipt_hash, evaluated_at)
                select agency_id, gen_random_uuid(), '%s', sequence, document_version, agency_order_number, amendment_number, decision,
                    rule_set_version, as_of, regexp_replace(facts, ',"documentVersion":[0-9]+', ''), findings, receipt_hash, evaluated_at
                  from evaluation where order_id = '%s' returning order_id
                """.formatted(old, order));
        contractor.lowerPrice();
        contractor.returnOrder(contractor.state, old);
        String review = planned(contractor, "{\"method\": \"ALL\"}");
        awaitExamined(review);

        assertThat(findings(review))
                .filteredOn(each -> old.toString().equals(each.get("orderId")))
                .extracting(each -> each.get("kind"))
                .containsExactly("OVERCHARGE");
    }

    @Test
    void cmpReturnNoncompliantAReturnedOrderIsSeenAndAnAnswerAfterItsDayIsMarked() throws SQLException {
        ReviewedContractor contractor = ReviewedContractor.known();
        UUID order = contractor.order(contractor.state);
        contractor.lowerPrice();
        contractor.returnOrder(contractor.state, order);
        String review = planned(contractor, "{\"method\": \"ALL\"}");
        awaitExamined(review);

        assertThat(findings(review)).extracting(each -> each.get("kind")).doesNotContain("NOT_RETURNED");
        owner("update review set answer_by = date '2026-01-01' where review_id = '" + review + "' returning state");
        String path = PATH + "/" + review;
        post(Tokens.contractor(contractor.state.contractor), path + "/answer", "\"2\"", "{\"statement\": \"Late.\"}")
                .statusCode(200);
        as(REVIEWER).get(path + "/case-file").then().body("answers[0].late", equalTo(true));
        post(SECOND, path + "/closure", "\"3\"", "{\"conclusion\": \"ISSUES_REMAIN\", \"reason\": \"Not repaid.\"}")
                .statusCode(200);
        assertThatThrownBy(() -> owner(
                        "update review set state = 'ANSWERED' where review_id = '" + review + "' returning state"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> owner("delete from review_finding returning kind"))
                .hasMessageContaining("never changed");
    }

    /** CMP-EVIDENCE-5: what only a person can see counts like what a check found, unless the order is a local agency's. */
    @Test
    void whatAPersonFoundIsAViolationToo() throws SQLException {
        ReviewedContractor contractor = ReviewedContractor.known();
        UUID order = contractor.order(contractor.state);
        contractor.report("2026-Q1");
        contractor.report("2026-Q2");
        String review = planned(contractor, "{\"method\": \"ALL\"}");
        awaitExamined(review);
        String assessments = PATH + "/" + review + "/orders/" + order + "/assessments";
        String closure = "{\"conclusion\": \"%s\", \"reason\": \"No copy of the CMAS.\"}";
        String assessment = "{\"question\": \"COPY_OBTAINED\", \"answer\": \"%s\", \"evidence\": \"The file\"}";

        post(REVIEWER, assessments, "\"2\"", assessment.formatted("NOT_IN_ORDER"))
                .statusCode(200);
        post(SECOND, PATH + "/" + review + "/closure", "\"3\"", closure.formatted("ISSUES_REMAIN"))
                .statusCode(409)
                .body("type", equalTo("/problems/answer-awaited"));
        post(
                        Tokens.contractor(contractor.state.contractor),
                        PATH + "/" + review + "/answer",
                        "\"3\"",
                        "{\"statement\": \"We sent it.\"}")
                .statusCode(200);
        post(SECOND, PATH + "/" + review + "/closure", "\"4\"", closure.formatted("NO_ISSUES"))
                .statusCode(409)
                .body("type", equalTo("/problems/issues-found"));
        post(SECOND, PATH + "/" + review + "/closure", "\"4\"", closure.formatted("ISSUES_REMAIN"))
                .statusCode(200);
    }

    @Test
    void cmpScopeAReviewOfLocalOrdersOnlyDoesNotCloseWithIssues() throws SQLException {
        ReviewedContractor contractor = ReviewedContractor.known();
        contractor.order(contractor.city);
        contractor.lowerPrice();
        contractor.report("2026-Q1");
        contractor.report("2026-Q2");
        String review = planned(contractor, "{\"method\": \"ALL\"}");
        awaitExamined(review);
        String closure = "{\"conclusion\": \"%s\", \"reason\": \"Local orders only.\"}";

        post(SECOND, PATH + "/" + review + "/closure", "\"2\"", closure.formatted("ISSUES_REMAIN"))
                .statusCode(409)
                .body("type", equalTo("/problems/information-only"));
        post(SECOND, PATH + "/" + review + "/closure", "\"2\"", closure.formatted("NO_ISSUES"))
                .statusCode(200);
    }

    @Test
    void theDatabaseShowsAReviewToItsContractorOnly() throws SQLException {
        ReviewedContractor contractor = ReviewedContractor.known();
        contractor.order(contractor.state);
        String review = planned(contractor, "{\"method\": \"ALL\"}");
        awaitExamined(review);
        Tenant own = Tenant.of(Optional.empty(), Optional.of(contractor.state.contractor));
        Tenant other = Tenant.of(Optional.empty(), Optional.of(UUID.randomUUID()));
        for (String table : List.of("review", "review_order")) {
            String sql = "select review_id::text from " + table + " where review_id = '" + review + "'";
            assertThat(rows(own, sql)).hasSize(1);
            assertThat(rows(other, sql)).isEmpty();
            assertThat(rows(Tenant.NONE, sql)).isEmpty();
        }
    }

    private List<String> rows(Tenant tenant, String sql) throws SQLException {
        return tenant.during(() -> DatabaseRights.rows(application, sql));
    }

    private static void owner(String sql) throws SQLException {
        DatabaseRights.rows(OwnerDatabase.dataSource(), sql);
    }
}
