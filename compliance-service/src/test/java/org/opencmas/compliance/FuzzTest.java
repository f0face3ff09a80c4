package org.opencmas.compliance;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.TopicProbe;
import org.opencmas.testkit.fuzz.ApiFuzz;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Every operation gives whatever is sent to it a clear answer that it declares")
class FuzzTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void everyOperationUnderThousandsOfCalls() {
        News news = new News().all();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "120.00", "240.00");
        ApiFuzz.of("compliance-service", service, -1077436438199182195L)
                .as(
                        Tokens.buyer(news.agency),
                        Tokens.buyer(news.agency),
                        Tokens.contractor(news.contractor),
                        Tokens.of("dgs-analyst"),
                        Tokens.of("dgs-approver"),
                        Tokens.of("compliance-reviewer"),
                        Tokens.of("exemption-reviewer"),
                        Tokens.of("auditor"),
                        Tokens.of("agency-buyer"))
                .knowing("orderId", order)
                .knowing("agencyId", news.agency)
                .knowing("contractorId", news.contractor)
                .knowing("cmasNumber", news.cmas)
                .knowing("evaluationId", evaluationOf(order))
                .withoutEffectOf("activateParameter")
                .run();
    }

    private static String evaluationOf(UUID order) {
        String decision = TopicProbe.ofServiceUnderTest()
                .awaitOne("cmas.evaluations", "order.evaluated.v1", order, News.DEADLINE)
                .payload();
        return JsonPath.from(decision).getString("evaluationId");
    }
}
