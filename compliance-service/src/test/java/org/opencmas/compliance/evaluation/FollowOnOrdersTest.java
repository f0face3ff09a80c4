package org.opencmas.compliance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.News;
import org.opencmas.compliance.check.OrderCheckResourceTest;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("SVC-FOLLOWON: an issued consulting order is known to every later order of the firm and its affiliates")
class FollowOnOrdersTest {
    private static final String FOLLOWS = "findings.findAll { it.ruleId == 'SVC-FOLLOWON' }";

    @Inject
    DataSource application;

    @Test
    void theOwnAgencySeesItsNumberAndAnotherOnlyThatThereIsOne() throws SQLException {
        News news = EvaluationTest.known();
        check(Tokens.buyer(news.agency), news.check("120.00"))
                .body(FOLLOWS + ".verdict", equalTo(List.of("NOT_APPLICABLE")));
        UUID consulting = UUID.randomUUID();
        submit(news, consulting, "CONSULTING", "120.00", "240.00");
        assertThat(decision(consulting, 1).getString("decision")).isEqualTo("ISSUE");

        check(Tokens.buyer(news.agency), news.check("120.00"))
                .body("decision", equalTo("ISSUE"))
                .body(FOLLOWS + ".verdict", equalTo(List.of("WARN")))
                .body(FOLLOWS + "[0].message", containsString("PO-" + consulting));
        for (UUID buyer : List.of(news.agency, UUID.randomUUID())) {
            check(Tokens.buyer(buyer), news.check("120.00").replace("2026-03-02", "2026-03-01"))
                    .body(FOLLOWS + ".verdict", equalTo(List.of("NOT_APPLICABLE")));
        }
        check(Tokens.buyer(UUID.randomUUID()), news.check("120.00"))
                .body(FOLLOWS + ".verdict", equalTo(List.of("WARN")))
                .body(FOLLOWS + "[0].message", not(containsString("PO-")))
                .body(FOLLOWS + "[0].message", containsString("Another agency"));
        String sql = "select order_id::text from consulting_order where order_id = '" + consulting + "'";
        assertThat(rows(Tenant.of(Optional.of(news.agency), Optional.empty()), sql))
                .hasSize(1);
        assertThat(rows(Tenant.of(Optional.of(UUID.randomUUID()), Optional.empty()), sql))
                .isEmpty();
    }

    @Test
    void theBuyersWordDecidesAndAnAffiliateIsAskedAfter() {
        News news = EvaluationTest.known();
        UUID consulting = UUID.randomUUID();
        submit(news, consulting, "CONSULTING", "120.00", "240.00");
        decision(consulting, 1);
        String token = Tokens.buyer(news.agency);

        check(token, stating(news, news.contractor, true, UUID.randomUUID()))
                .body("decision", equalTo("RETURN"))
                .body("findings.findAll { it.blocking }.ruleId", equalTo(List.of("SVC-FOLLOWON")));
        check(token, stating(news, news.contractor, false, UUID.randomUUID()))
                .body("decision", equalTo("ISSUE"))
                .body(FOLLOWS + "[0].numbers.earlierOrders", equalTo("1"));
        check(token, stating(news, UUID.randomUUID(), false, news.contractor))
                .body(FOLLOWS + "[0].numbers.earlierOrders", equalTo("1"));
        check(token, stating(news, UUID.randomUUID(), false, UUID.randomUUID()))
                .body(FOLLOWS + "[0].numbers.earlierOrders", equalTo("0"));
    }

    /** The firms are of one family whichever of them the next order goes to, and whether or not it says so. */
    @Test
    void anAffiliateThatAnEarlierOrderNamedIsAskedAfterByAnOrderThatNamesNone() {
        News news = EvaluationTest.known();
        UUID affiliate = UUID.randomUUID();
        UUID consulting = UUID.randomUUID();
        String naming = """
                "particulars": {"services": {"earlierOrders": {"endProduct": false, "statement": "None.", "affiliates": ["%s"]}}},
                 "lines":""".formatted(affiliate);
        TopicProbe.ofServiceUnderTest()
                .publish(
                        "cmas.orders",
                        "/order-service",
                        "order.submitted.v1",
                        consulting,
                        1,
                        consulting(news, consulting, "120.00", "240.00").replace("\"lines\":", naming));
        assertThat(decision(consulting, 1).getString("decision")).isEqualTo("ISSUE");

        String toTheAffiliate = news.check("120.00").replace(news.contractor + "\",\n", affiliate + "\",\n");
        check(Tokens.buyer(news.agency), toTheAffiliate)
                .body(FOLLOWS + ".verdict", equalTo(List.of("WARN")))
                .body(FOLLOWS + "[0].message", containsString("PO-" + consulting))
                .body(FOLLOWS + "[0].message", containsString("an affiliate of the firm"));
        check(Tokens.buyer(UUID.randomUUID()), toTheAffiliate)
                .body(FOLLOWS + ".verdict", equalTo(List.of("WARN")))
                .body(FOLLOWS + "[0].message", not(containsString("PO-")))
                .body(FOLLOWS + "[0].message", containsString("Another agency"));
        check(Tokens.buyer(news.agency), toTheAffiliate.replace("2026-03-02", "2026-03-01"))
                .body(FOLLOWS + ".verdict", equalTo(List.of("NOT_APPLICABLE")));
    }

    @Test
    void ordersThatNameOneFirmHideNoOther() throws SQLException {
        News news = EvaluationTest.known();
        UUID oftenNamed = UUID.randomUUID();
        UUID namedOnce = UUID.randomUUID();
        consulted(namedOnce);
        named(news.contractor, namedOnce, "2026-01-01");
        for (int order = 0; order < 25; order++) {
            named(news.contractor, oftenNamed, "2026-02-01");
        }
        check(Tokens.buyer(news.agency), news.check("120.00"))
                .body(FOLLOWS + ".verdict", equalTo(List.of("WARN")))
                .body(FOLLOWS + "[0].message", containsString("an affiliate of the firm"));
    }

    /** Whichever of two firms an order went to: the family is one. */
    @ParameterizedTest(name = "{0} firms were named since")
    @CsvSource({"18, WARN", "19, WARN", "20, NOT_APPLICABLE"})
    void theLastTwentyFirmsOfTheFamilyAreAskedAfter(int since, String verdict) throws SQLException {
        News news = EvaluationTest.known();
        UUID first = new UUID(-1, -1);
        consulted(first);
        named(first, news.contractor, "2026-02-01");
        for (int firm = 0; firm < since; firm++) {
            boolean goesToIt = firm % 2 == 0;
            UUID other = new UUID(news.contractor.getMostSignificantBits() >>> 1, firm);
            named(goesToIt ? news.contractor : other, goesToIt ? other : news.contractor, "2026-02-01");
        }
        check(Tokens.buyer(news.agency), news.check("120.00")).body(FOLLOWS + ".verdict", equalTo(List.of(verdict)));
    }

    /** As an earlier release wrote it, which knew no list of firms. */
    private static void named(UUID contractor, UUID affiliate, String day) throws SQLException {
        DatabaseRights.rows(OwnerDatabase.dataSource(), """
                insert into named_affiliate (agency_id, order_id, contractor_id, affiliate_id, named_on)
                values (gen_random_uuid(), gen_random_uuid(), '%s', '%s', '%s') returning order_id
                """.formatted(contractor, affiliate, day));
    }

    private static void consulted(UUID contractor) throws SQLException {
        DatabaseRights.rows(OwnerDatabase.dataSource(), """
                insert into consulting_order (agency_id, order_id, contractor_id, agency_order_number, ordered_on)
                values (gen_random_uuid(), gen_random_uuid(), '%s', 'PO-1', '2026-01-02') returning order_id
                """.formatted(contractor));
    }

    @Test
    void anOrderThatWasReturnedOrHasNoConsultingPartCountsForNothing() {
        News news = EvaluationTest.known();
        UUID technical = UUID.randomUUID();
        submit(news, technical, "TECHNICAL", "120.00", "240.00");
        assertThat(decision(technical, 1).getString("decision")).isEqualTo("ISSUE");
        UUID returned = UUID.randomUUID();
        submit(news, returned, "CONSULTING", "120.01", "240.02");
        assertThat(decision(returned, 1).getString("decision")).isEqualTo("RETURN");

        check(Tokens.buyer(news.agency), news.check("120.00"))
                .body(FOLLOWS, hasSize(1))
                .body(FOLLOWS + "[0].verdict", equalTo("NOT_APPLICABLE"));
    }

    private static String stating(News news, UUID contractor, boolean endProduct, UUID affiliate) {
        String stated = """
                "particulars": {"services": {"earlierOrders": {"endProduct": %s, "statement": "I have looked.",
                 "affiliates": ["%s"]}}}, "lines":""".formatted(endProduct, affiliate);
        return news.check("120.00")
                .replace("\"lines\":", stated)
                .replace(news.contractor.toString() + "\",\n", contractor + "\",\n");
    }

    private static String consulting(News news, UUID order, String unitPrice, String amount) {
        return coded(news, order, "CONSULTING", unitPrice, amount);
    }

    private static String coded(News news, UUID order, String kind, String unitPrice, String amount) {
        String word = """
                [{"rule": "SVC-RESUMES", "statement": "All were reviewed.", "attestedBy": "B. Buyer", "attestedOn": "2026-03-02"}]""";
        return news.submitted(order, 1, "2026-03-02", 0, unitPrice, amount, word)
                .replace("\"pricedOn\":", "\"coding\": {\"serviceKind\": \"" + kind + "\"}, \"pricedOn\":");
    }

    private static void submit(News news, UUID order, String kind, String unitPrice, String amount) {
        String payload = coded(news, order, kind, unitPrice, amount);
        TopicProbe.ofServiceUnderTest()
                .publish("cmas.orders", "/order-service", "order.submitted.v1", order, 1, payload);
    }

    private static JsonPath decision(UUID order, int documentVersion) {
        return JsonPath.from(TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.evaluations",
                        1,
                        News.DEADLINE,
                        event -> event.aggregateId().equals(order.toString())
                                && JsonPath.from(event.payload()).getInt("documentVersion") == documentVersion)
                .getFirst()
                .payload());
    }

    private List<String> rows(Tenant tenant, String sql) throws SQLException {
        return tenant.during(() -> DatabaseRights.rows(application, sql));
    }

    private static ValidatableResponse check(String token, String body) {
        return OrderCheckResourceTest.check(token, body).statusCode(200);
    }
}
