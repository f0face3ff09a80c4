package org.opencmas.compliance.check;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Anyone may read the rules")
class RuleResourceTest {
    @Test
    void allRulesAreListedWithoutAToken() {
        given().get("/v1/rules")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        equalTo(RuleBooks.texts().stream().map(RuleText::id).toList()))
                .body("items.id", hasItem("MULTI-NO-IT-NONIT"))
                .body("ruleSetVersion.length()", equalTo(64));
    }

    @Test
    void aRuleSaysWhatItAsksWhereItIsWrittenAndHowItIsRead() {
        given().get("/v1/rules/NSP-DOLLAR-LOW")
                .then()
                .statusCode(200)
                .body("kind", equalTo("BLOCK"))
                .body("version", equalTo(2))
                .body("citation.section", equalTo("Section 10"))
                .body("citation.page", equalTo(20))
                .body("citation.heading", equalTo("NSP Dollar Limits"))
                .body("reading", notNullValue())
                .body("law.bound", equalTo("local agencies, State agencies"))
                .body("law.sentences.page", equalTo(List.of(20, 20)))
                .body("law.sentences[0].sha256.length()", equalTo(64))
                .body("law.workedPass", notNullValue())
                .body("law.workedFail", notNullValue())
                .body("inForceFrom", equalTo("2019-08-01"))
                .body(
                        "parameters",
                        equalTo(List.of("NSP_TIER_BORDER", "NSP_LOW_LIMIT", "NSP_HIGH_SHARE", "NSP_HIGH_LIMIT")));
    }

    @Test
    void anUnknownRuleIsAProblem() {
        given().get("/v1/rules/NSP-UNKNOWN").then().statusCode(404).contentType("application/problem+json");
    }
}
