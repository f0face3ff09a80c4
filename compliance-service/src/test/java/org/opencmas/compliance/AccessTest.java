package org.opencmas.compliance;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.review.ReviewedContractor;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.access.AccessMatrix;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
class AccessTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void everyOperationIsOpenToThoseWhomTheTableNamesAndToNobodyElse() throws SQLException {
        News news = new News().all();
        UUID order = UUID.randomUUID();
        news.submit(order, 1, "120.00", "240.00");
        String decision = TopicProbe.ofServiceUnderTest()
                .awaitOne("cmas.evaluations", "order.evaluated.v1", order, News.DEADLINE)
                .payload();
        ReviewedContractor contractor = ReviewedContractor.known();
        UUID reviewed = contractor.order(contractor.state);
        UUID determining = News.ofKnownAgency("STATE_DEPARTMENT").agency;
        AccessMatrix matrix = AccessMatrix.of(service, Path.of("openapi.yaml"), Path.of("access.csv"))
                .foreign("evaluationId", JsonPath.from(decision).getString("evaluationId"))
                .foreign("reviewId", contractor.examinedReview())
                .foreign("orderId", reviewed)
                .foreign("agencyId", news.agency)
                .foreignMade("determineExemption", Tokens.buyer(determining), "determinationId")
                .foreignFields(2, 1);
        matrix.run();
        matrix.runStripped(determining, contractor.state.contractor);
    }
}
