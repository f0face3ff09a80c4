package org.opencmas.fees.figure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.Api;
import org.opencmas.fees.Deliveries;
import org.opencmas.fees.Scene;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.JsonSchemas;

/** On orders of 2011 to 2013 and reports of 1991, so that no other test sees the figures. */
@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Rates and due rules are proposed by one person and count once a second one has activated them")
class DatedFiguresTest {
    private static final Duration SOON = Eventually.PATIENCE;

    @Inject
    Scene scene;

    @Inject
    Deliveries deliveries;

    private final DataSource dataSource = OwnerDatabase.dataSource();

    private static ValidatableResponse post(String path, String token, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static String rate(String firstOrderDate, String rate) {
        return """
                {"firstOrderDate":"%s","rate":"%s","source":"A letter of the Department","confidence":"CONFIRMED"}""".formatted(firstOrderDate, rate);
    }

    private static String proposed(String path, String body) {
        String location = post(path, Tokens.person("ann", "dgs-analyst"), body)
                .statusCode(201)
                .body("proposedBy", equalTo("ann"))
                .body("$", not(hasKey("activatedBy")))
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/v1/"));
    }

    private static ValidatableResponse activated(String figure) {
        return post(figure + "/activation", Tokens.person("bob", "dgs-approver"), "")
                .statusCode(200);
    }

    /** Activates the rate and waits until its orders are posted again. */
    private static ValidatableResponse reposted(String figure) {
        String reposting = activated(figure).extract().path("reposting");
        Eventually.within(
                SOON, () -> Api.analyst().get(reposting).then().statusCode(200).body("state", equalTo("FINISHED")));
        return Api.analyst().get(reposting).then();
    }

    private static ValidatableResponse entriesOf(UUID orderId) {
        return Api.analyst()
                .get("/v1/ledger-entries?orderId={id}", orderId)
                .then()
                .statusCode(200);
    }

    @Test
    @DisplayName("who proposed a figure cannot activate it, whatever roles the person has; nobody activates it twice")
    void onePersonProposesAndAnotherActivates() {
        String figure = proposed("/v1/fee-rates", rate("2009-01-01", "0"));
        post(figure + "/activation", Tokens.person("ann", "dgs-analyst", "dgs-approver"), "")
                .statusCode(409)
                .body("type", equalTo("/problems/second-person-needed"));
        post(figure + "/activation", Tokens.person("cleo", "dgs-analyst"), "").statusCode(403);
        given().get("/v1/fee-rates").then().body("items.firstOrderDate", not(hasItem("2009-01-01")));
        activated(figure);
        given().get(figure).then().statusCode(200).body("activatedBy", equalTo("bob"));
        given().get("/v1/fee-rates").then().body("items.firstOrderDate", hasItem("2009-01-01"));
        post(figure + "/activation", Tokens.person("cleo", "dgs-approver"), "")
                .statusCode(409)
                .body("type", equalTo("/problems/figure-active"));
        post("/v1/fee-rates/" + UUID.randomUUID() + "/activation", Tokens.person("bob", "dgs-approver"), "")
                .statusCode(404);
    }

    @Test
    @DisplayName(
            "an activated rate is posted by differences to the orders of its days, in the open quarter; posting again posts nothing")
    void aChangedRate() throws SQLException {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2011-01-01", "2011-12-31");
        UUID agency = scene.agency("CITY");
        var before = scene.order(agency, number, "2011-04-30").issued("1000.00");
        var firstDay =
                scene.order(agency, number, "2011-05-01").issued("1000.00").amended("2011-07-01", "1500.00");
        var lastDay = scene.order(agency, number, "2011-06-30").issued("400.00");
        var after = scene.order(agency, number, "2011-07-01").issued("1000.00");
        Api.file(contractor, number, "2011-Q2").statusCode(201);
        reposted(proposed("/v1/fee-rates", rate("2011-07-01", "0.01"))).body("progress.postings", equalTo(0));
        String figure = proposed("/v1/fee-rates", rate("2011-05-01", "0.02"));
        entriesOf(firstDay.orderId).body("items", hasSize(2));
        reposted(figure)
                .body("fromOrderDate", equalTo("2011-05-01"))
                .body("throughOrderDate", equalTo("2011-06-30"))
                .body("progress.done", equalTo(2))
                .body("progress.of", equalTo(2))
                .body("progress.postings", equalTo(6));
        entriesOf(firstDay.orderId)
                .body("items.rate", contains("0.01", "0.01", "0.01", "0.02", "0.01", "0.02"))
                .body("items.base", contains("1000.00", "500.00", "-1000.00", "1000.00", "-500.00", "500.00"))
                .body("items.quarter", contains("2011-Q2", "2011-Q3", "2011-Q3", "2011-Q3", "2011-Q3", "2011-Q3"))
                .body("items[2].eventId", equalTo(figure.substring(figure.lastIndexOf('/') + 1)));
        entriesOf(lastDay.orderId).body("items.fee", contains("4.00", "-4.00", "8.00"));
        entriesOf(before.orderId).body("items", hasSize(1));
        entriesOf(after.orderId).body("items", hasSize(1));
        reposted(proposed("/v1/fee-rates", rate("2011-05-01", "0.02"))).body("progress.postings", equalTo(0));
        Api.proof().body("checks.deviations.flatten()", empty());
        reposted(proposed("/v1/fee-rates", rate("2011-05-01", "0.01"))).body("progress.postings", equalTo(6));
        entriesOf(lastDay.orderId).body("items.fee", contains("4.00", "-4.00", "8.00", "4.00", "-8.00"));
        JsonSchemas.assertValid(
                Path.of("src/main/resources/events/fee-rate.activated.v1.schema.json"),
                text("select payload from journal where event_type = 'fee-rate.activated.v1' and aggregate_id = '"
                        + figure.substring(figure.lastIndexOf('/') + 1) + "'"));
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    @DisplayName(
            "a reposting that was left off goes on after the last order done, over more orders than are done at a time")
    void goesOnWhereItWasLeftOff() throws SQLException {
        String number = scene.agreement(scene.contractor(), "2012-01-01", "2012-12-31");
        UUID agency = scene.agency("CITY");
        List<ReceivedEvent> issued = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            UUID order = UUID.randomUUID();
            issued.add(deliveries.event(
                    "cmas.orders",
                    "order.issued.v1",
                    order,
                    1,
                    Scene.orderState(order, agency, number, 1, "2012-02-01", "2012-02-01", "100.00")));
        }
        deliveries.deliverTogether(issued);
        activated(proposed("/v1/fee-rates", rate("2013-01-01", "0.01")));
        reposted(proposed("/v1/fee-rates", rate("2012-01-01", "0.02")))
                .body("progress.done", equalTo(450))
                .body("progress.postings", equalTo(900));
        UUID left = TimeOrderedId.next();
        execute("""
                insert into fee_reposting (reposting_id, figure_id, from_order_date, through_order_date, requested_at, orders_total,
                    orders_done, after_order_id, started_at)
                select '%s', figure_id, '2012-01-01', '2012-12-31', now(), 450, 449,
                    (select order_id from order_change where order_date = '2012-02-01' order by order_id desc offset 1 limit 1), now()
                from fee_rate where first_order_date = '2012-01-01' limit 1""".formatted(left));
        Eventually.within(
                SOON,
                () -> Api.analyst()
                        .get("/v1/fee-repostings/{id}", left)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("FINISHED"))
                        .body("progress.done", equalTo(450))
                        .body("progress.postings", equalTo(0)));
        Api.proof().body("checks.deviations.flatten()", empty());
    }

    @Test
    @DisplayName(
            "a report is not filed while its orders wait to be posted again: its proof would have the new rate and the old postings")
    void aReportWaitsForItsOrders() throws SQLException {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "2013-04-01", "2013-12-31");
        scene.order(scene.agency("CITY"), number, "2013-05-01").issued("1000.00");
        reposted(proposed("/v1/fee-rates", rate("2013-06-01", "0.01")));
        String figure = proposed("/v1/fee-rates", rate("2013-05-01", "0.02"));
        String reposting;
        try (Connection busy = dataSource.getConnection();
                Statement lock = busy.createStatement()) {
            // As if another instance were busy with orders before these.
            lock.execute("select pg_advisory_lock(hashtextextended('fee-reposting', 0))");
            reposting = activated(figure).extract().path("reposting");
            Api.file(contractor, number, "2013-Q2")
                    .statusCode(503)
                    .header("Retry-After", equalTo("5"))
                    .body("type", equalTo("/problems/unavailable"));
            Api.contractor(contractor)
                    .get("/v1/quarterly-reports/{number}/2013-Q2/fee-proof", number)
                    .then()
                    .statusCode(503);
            Api.file(contractor, number, "2013-Q3").statusCode(201);
            lock.execute("select pg_advisory_unlock(hashtextextended('fee-reposting', 0))");
        }
        Eventually.within(SOON, () -> Api.analyst().get(reposting).then().body("state", equalTo("FINISHED")));
        Api.file(contractor, number, "2013-Q2").statusCode(201).body("totals.feeDue", equalTo("20.00"));
        Api.proof().body("checks.deviations.flatten()", empty());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName(
            "an activated due rule gives reports that are not filed another due date, and those that were filed keep theirs")
    void aChangedDueRule() {
        UUID contractor = scene.contractor();
        String number = scene.agreement(contractor, "1991-01-01", "1991-09-30");
        Api.file(contractor, number, "1991-Q1").statusCode(201);
        String rule = """
                {"name":"IN_FORCE","firstQuarter":"1991-Q1","dayOfNextMonth":31,"source":"A letter","confidence":"CONFIRMED"}""";
        String until = """
                {"name":"IN_FORCE","firstQuarter":"1991-Q3","dayOfNextMonth":15,"source":"A letter","confidence":"CONFIRMED"}""";
        String figure = proposed("/v1/report-due-rules", rule);
        activated(proposed("/v1/report-due-rules", until)).body("dueDatesChanged", equalTo(0));
        post(figure + "/activation", Tokens.person("ann", "dgs-approver"), "").statusCode(409);
        activated(figure).body("dueDatesChanged", equalTo(1));
        Api.analyst()
                .get("/v1/report-obligations?cmasNumber={number}", number)
                .then()
                .body("items.dueOn", contains("1991-04-15", "1991-07-31", "1991-10-15"));
        given().get("/v1/report-due-rules")
                .then()
                .body("items.firstQuarter", hasItem("1991-Q1"))
                .body("proposed.proposedBy", hasItem("ann"));
        Api.proof().body("checks.deviations.flatten()", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/fee-rates | {\"firstOrderDate\":\"1989-12-31\",\"rate\":\"0.01\",\"source\":\"x\",\"confidence\":\"CONFIRMED\"} | /firstOrderDate",
                "/v1/fee-rates | {\"firstOrderDate\":\"2201-01-01\",\"rate\":\"0.01\",\"source\":\"x\",\"confidence\":\"CONFIRMED\"} | /firstOrderDate",
                "/v1/fee-rates | {\"firstOrderDate\":\"2020-01-01\",\"rate\":\"1\",\"source\":\"x\",\"confidence\":\"CONFIRMED\"} | /rate",
                "/v1/fee-rates | {\"firstOrderDate\":\"2020-01-01\",\"rate\":\"-0.01\",\"source\":\"x\",\"confidence\":\"CONFIRMED\"} | /rate",
                "/v1/fee-rates | {\"firstOrderDate\":\"2020-01-01\",\"rate\":\"0.01\",\"source\":\" \",\"confidence\":\"CONFIRMED\"} | /source",
                "/v1/report-due-rules | {\"name\":\"IN_FORCE\",\"firstQuarter\":\"1989-Q4\",\"dayOfNextMonth\":1,\"source\":\"x\",\"confidence\":\"CONFIRMED\"} | /firstQuarter",
                "/v1/report-due-rules | {\"name\":\"IN_FORCE\",\"firstQuarter\":\"2201-Q1\",\"dayOfNextMonth\":1,\"source\":\"x\",\"confidence\":\"CONFIRMED\"} | /firstQuarter",
                "/v1/report-due-rules | {\"name\":\"IN_FORCE\",\"firstQuarter\":\"2027-Q1\",\"dayOfNextMonth\":32,\"source\":\"x\",\"confidence\":\"CONFIRMED\"} | /dayOfNextMonth"
            })
    void badFiguresAreNamed(String path, String body, String pointer) {
        post(path, Tokens.person("ann", "dgs-analyst"), body)
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/report-obligations?quarter=1989-Q4, quarter",
        "/v1/ledger-entries?quarter=9999-Q4, quarter",
        "/v1/dashboards/fees?from=1989-Q4, from",
        "/v1/dashboards/fees?from=2026-Q1&through=2201-Q1, through",
        "/v1/quarterly-reports/4-20-56-0006B/2201-Q1, quarter"
    })
    @DisplayName("a quarter that is none of the program is refused by its name")
    void quartersOutsideOfTheProgram(String path, String parameter) {
        Api.analyst()
                .get(path)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter))
                .body("errors[0].detail", containsString("1990-Q1"));
    }
}
