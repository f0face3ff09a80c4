package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.compliance.check.OrderCheckResourceTest;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName(
        "SOL-MIN-LOCAL, GEN-LOCAL-OWN-POLICY: what an agency sets for itself and what its order tells are judged together, checked or submitted")
class WhatIsToldTest {
    private static final String SET = """
            {"minOffers": 3, "minOffersAction": "BLOCK", "bestValueAction": "WARN", "approvers": [{"name": "City manager"}],
             "ownPolicyAttestation": {"attestedBy": "C. Clerk", "attestedOn": "2026-01-15", "policy": "purchasing code"}}
            """;

    private final TopicProbe probe = TopicProbe.ofServiceUnderTest();

    private News told() {
        News news = new News().contractor().agreement().priceList("120.00");
        probe.publish("cmas.agencies", "/order-service", "agency.registered.v1", news.agency, 1, """
                {"agencyId": "%s", "name": "City of Test", "type": "CITY", "agencyClass": "LOCAL",
                 "empoweredToExpendPublicFunds": true, "policy": %s, "version": 1}
                """.formatted(
                        news.agency, SET));
        return news;
    }

    /** As the order's body and its event tell it alike. */
    private static String asked(int contractors) {
        StringBuilder asked = new StringBuilder();
        for (int i = 0; i < contractors; i++) {
            asked.append(i == 0 ? "" : ", ")
                    .append(
                            "{\"name\": \"Contractor %d\", \"askedOn\": \"2026-02-03\", \"certified\": false, \"answer\": \"NONE\", \"compared\": false}"
                                    .formatted(i));
        }
        return "{\"procurement\": {\"contractorsAsked\": [" + asked + "]}, ";
    }

    @Test
    void aCheckIsJudgedByBoth() {
        News news = told();
        String two = news.check("120.00").replaceFirst("\\{", asked(2));
        String three = news.check("120.00").replaceFirst("\\{", asked(3));

        Eventually.within(
                News.DEADLINE,
                () -> OrderCheckResourceTest.check(Tokens.buyer(news.agency), three)
                        .body("decision", equalTo("ISSUE"))
                        .body("findings.find { it.ruleId == 'SOL-MIN-LOCAL' }.verdict", equalTo("PASS"))
                        .body("findings.find { it.ruleId == 'GEN-LOCAL-OWN-POLICY' }.verdict", equalTo("PASS")));
        OrderCheckResourceTest.check(Tokens.buyer(news.agency), two)
                .body("decision", equalTo("RETURN"))
                .body("findings.find { it.blocking }.ruleId", equalTo("SOL-MIN-LOCAL"));
    }

    @Test
    void aSubmittedOrderIsJudgedByBoth() {
        News news = told();
        Eventually.within(
                News.DEADLINE,
                () -> OrderCheckResourceTest.check(Tokens.buyer(news.agency), news.check("120.00"))
                        .body("findings.find { it.ruleId == 'CON-PRICE-CEILING' }.verdict", equalTo("PASS"))
                        .body("findings.find { it.ruleId == 'GEN-LOCAL-OWN-POLICY' }.verdict", equalTo("PASS")));

        assertThat(decided(news, asked(3)).getString("decision")).isEqualTo("ISSUE");
        assertThat(decided(news, asked(2)).getList("findings.findAll { it.blocking }.ruleId"))
                .isEqualTo(List.of("SOL-MIN-LOCAL"));
        assertThat(decided(news, "{").getList("findings.findAll { it.blocking }.ruleId"))
                .isEqualTo(List.of("SOL-MIN-LOCAL"));
    }

    private JsonPath decided(News news, String beginning) {
        UUID order = UUID.randomUUID();
        probe.publish(
                "cmas.orders",
                "/order-service",
                "order.submitted.v1",
                order,
                1,
                news.submitted(order, 1, "2026-03-02", 0, "120.00", "240.00", "[]")
                        .replaceFirst("\\{", beginning));
        CloudEvent decision = probe.await(
                        "cmas.evaluations",
                        1,
                        News.DEADLINE,
                        event -> event.aggregateId().equals(order.toString()))
                .getFirst();
        return new JsonPath(decision.payload());
    }
}
