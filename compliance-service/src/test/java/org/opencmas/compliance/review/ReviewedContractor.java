package org.opencmas.compliance.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.UUID;
import org.opencmas.compliance.News;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.TopicProbe;

/** A contractor with one CMAS of 2026 through June, from which a State department and a city have ordered in March. */
public final class ReviewedContractor {
    /** What a State department's order does not tell by itself. */
    private static final String ATTESTED = """
            [{"rule": "BV-MIN-STEPS", "statement": "made, see the file", "attestedBy": "B. Buyer", "attestedOn": "2026-03-02",
              "evidence": "file 12"},
             {"rule": "SOL-MIN3-STATE", "statement": "three were asked, see the file", "attestedBy": "B. Buyer",
              "attestedOn": "2026-03-02", "evidence": "file 12"}]""";

    public final News state;
    public final News city;

    private ReviewedContractor(News state, News city) {
        this.state = state;
        this.city = city;
    }

    /** With a price list of 120.00 for item A-1, and no order yet. */
    public static ReviewedContractor known() throws SQLException {
        News state =
                new News().agency("STATE_DEPARTMENT").contractor().agreement().priceList("120.00");
        News city = new News(state.cmas, state.contractor).agency("CITY");
        var made = new ReviewedContractor(state, city);
        awaitRows("select name from agency where agency_id in ('" + state.agency + "', '" + city.agency + "')", 2);
        awaitRows("select legal_name from contractor where contractor_id = '" + state.contractor + "'", 1);
        made.awaitPrice("120.00");
        return made;
    }

    /** Orders two pieces of A-1 at 120.00 each and waits until the order is issued. */
    public UUID order(News agency) throws SQLException {
        UUID order = UUID.randomUUID();
        agency.submit(order, 1, "2026-03-02", 0, "120.00", "240.00", ATTESTED);
        awaitRows("select decision from evaluation where order_id = '" + order + "'", 1);
        assertThat(DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select decision || case when decision = 'ISSUE' then '' else findings end from evaluation where order_id = '"
                                + order + "'"))
                .containsExactly("ISSUE");
        return order;
    }

    /** The registry tells late that the price was 100.00 all the time. */
    public void lowerPrice() throws SQLException {
        state.priceList("100.00");
        awaitPrice("100.00");
    }

    /** The contractor reports a quarter. */
    public void report(String quarter) throws SQLException {
        TopicProbe.ofServiceUnderTest()
                .publish(
                        "cmas.reports",
                        "/fee-reporting-service",
                        "report.filed.v1",
                        state.cmas + "/" + quarter,
                        1,
                        """
                {"cmasNumber": "%s", "quarter": "%s", "contractorId": "%s", "lineCount": 0,
                 "totalExcludingTaxAndFreight": "0.00", "feeDue": "0.00", "filedAt": "2026-04-08T17:04:05.123456Z",
                 "filedBy": "contractor", "receiptNumber": "R-1"}
                """.formatted(state.cmas, quarter, state.contractor));
        awaitRows(
                "select quarter from filed_report where cmas_number = '" + state.cmas + "' and quarter = '" + quarter
                        + "'",
                1);
    }

    /** The contractor returns that order to its agency. */
    public void returnOrder(News agency, UUID order) throws SQLException {
        TopicProbe.ofServiceUnderTest()
                .publish("cmas.orders", "/order-service", "order.rejected.v1", order, 2, """
                {"orderId": "%s", "documentVersion": 1, "agencyId": "%s", "contractorId": "%s", "reasonCode": "PRICE",
                 "reason": "The schedule says 100.00", "rejectedBy": "contractor", "rejectedOn": "2026-03-05"}
                """.formatted(
                                order, agency.agency, state.contractor));
        awaitRows("select reason_code from returned_order where order_id = '" + order + "'", 1);
    }

    /** A review of all its orders, once it is examined. */
    public String examinedReview() {
        RequestSpecification reviewer = given().auth()
                .oauth2(Tokens.person("rita", "compliance-reviewer"))
                .contentType(ContentType.JSON);
        String review = reviewer.header("Idempotency-Key", UUID.randomUUID())
                .body(
                        "{\"contractorId\": \"%s\", \"from\": \"2026-01-01\", \"through\": \"2026-06-30\", \"sample\": {\"method\": \"ALL\"}}"
                                .formatted(state.contractor))
                .post("/v1/reviews")
                .then()
                .statusCode(202)
                .extract()
                .path("reviewId");
        awaitRows("select state from review where state = 'EXAMINED' and review_id = '" + review + "'", 1);
        return review;
    }

    private void awaitPrice(String price) throws SQLException {
        awaitRows("""
                select l.price::text from price_line l join price_list p using (cmas_number, price_list_id)
                 where p.complete and cmas_number = '%s' and item_id = 'A-1' and price = %s
                """.formatted(state.cmas, price), 1);
    }

    private static void awaitRows(String sql, int rows) {
        Eventually.within(
                News.DEADLINE,
                () -> assertThat(DatabaseRights.rows(OwnerDatabase.dataSource(), sql))
                        .hasSize(rows));
    }
}
