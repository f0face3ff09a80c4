package org.opencmas.compliance.review.examination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.News;
import org.opencmas.compliance.review.ReviewedContractor;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("An examination goes on where it was left off, repeats nothing and leaves nothing out")
class ExamineReviewsTest {
    private static final int COPIES = 180;
    private static final String COPY = """
            insert into evaluation (agency_id, evaluation_id, order_id, sequence, document_version, agency_order_number, amendment_number,
                decision, rule_set_version, as_of, facts, findings, receipt_hash, evaluated_at)
            select agency_id, gen_random_uuid(), gen_random_uuid(), 1, 1, 'COPY-' || n, 0, decision, rule_set_version, as_of,
                   replace(facts, '"orderDate":"2026-03-02"', '"orderDate":"' || (date '2026-01-01' + n %% 180)::text || '"'),
                   findings, receipt_hash, evaluated_at
              from evaluation, generate_series(1, %d) n where order_id = '%s'
            """;

    @Inject
    ExamineReviews examineReviews;

    private static List<String> owner(String sql) throws SQLException {
        return DatabaseRights.rows(OwnerDatabase.dataSource(), sql);
    }

    private static String plan(UUID contractor) {
        return given().auth()
                .oauth2(Tokens.person("rita", "compliance-reviewer"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("""
                        {"contractorId": "%s", "from": "2026-02-01", "through": "2026-05-31", "sample": {"method": "ALL"}}
                        """.formatted(contractor))
                .post("/v1/reviews")
                .then()
                .statusCode(202)
                .extract()
                .path("reviewId");
    }

    @Test
    void leftOffAfterEachPageAndTakenUpAgain() throws SQLException {
        ReviewedContractor contractor = ReviewedContractor.known();
        UUID order = contractor.order(contractor.state);
        contractor.lowerPrice();
        String review;
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            // As another instance that works on it, so that the service itself does not.
            statement.execute("select pg_advisory_lock(hashtextextended('review-examination', 0))");
            statement.execute(COPY.formatted(COPIES, order));
            review = plan(contractor.state.contractor);
            for (int page = 1; page <= 3; page++) {
                goOnForOnePage();
            }
            assertThat(owner("select step || ' ' || orders_read from review where review_id = '" + review + "'"))
                    .containsExactly("READ 150");
        }
        Eventually.within(
                News.DEADLINE,
                () -> assertThat(owner("select state from review where review_id = '" + review + "'"))
                        .containsExactly("EXAMINED"));

        // 2026-02-01 through 2026-05-31 are 120 days, of which one has the original as well.
        assertThat(owner("""
                select orders_read || ' ' || population || ' ' || orders_done || ' '
                       || (select count(*) from review_order o where o.review_id = r.review_id and place is not null) || ' '
                       || (select count(*) from review_finding f where f.review_id = r.review_id and kind = 'OVERCHARGE') || ' '
                       || (select count(distinct order_id) from review_finding f where f.review_id = r.review_id)
                  from review r where review_id = '%s'
                """.formatted(review))).containsExactly("166 121 121 121 121 121");
        assertThat(owner("select max(number) - count(*) from review_finding where review_id = '" + review + "'"))
                .containsExactly("0");
        assertThat(owner("select max(near_count)::text from review_order where review_id = '" + review + "'"))
                .containsExactly("30");
    }

    private void goOnForOnePage() throws SQLException {
        var asked = new AtomicInteger();
        Tenant.seeingAll(() -> {
            examineReviews.goOn(() -> asked.incrementAndGet() > 1);
            return null;
        });
    }

    @Test
    void oneThatNeverComesForwardIsGivenUp() throws SQLException {
        ReviewedContractor contractor = ReviewedContractor.known();
        contractor.order(contractor.state);
        String review;
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtextextended('review-examination', 0))");
            review = plan(contractor.state.contractor);
            statement.execute("update review set starts = 5 where review_id = '" + review + "'");
        }
        Eventually.within(
                News.DEADLINE,
                () -> assertThat(owner("select state || ' ' || failure from review where review_id = '" + review + "'"))
                        .containsExactly("FAILED The examination was begun 5 times and did not come forward."));
    }
}
