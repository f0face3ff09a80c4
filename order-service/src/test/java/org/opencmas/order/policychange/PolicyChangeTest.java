package org.opencmas.order.policychange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;
import static org.opencmas.order.Api.line;
import static org.opencmas.order.Api.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;
import org.opencmas.testkit.event.CloudEvent;
import org.opencmas.testkit.event.JsonSchemas;
import org.opencmas.testkit.event.TopicProbe;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("ORD-LIMIT-LOCAL: nobody loosens alone what is to control him, and a policy holds from its day")
class PolicyChangeTest {
    private static final String STRICT =
            "{\"approvalRequired\": true, \"approvers\": [{\"name\": \"director\", \"limit\": \"100.00\"}]%s}";

    @Inject
    AdoptOnTheDay days;

    @Inject
    DataSource application;

    private final LocalDate today = ProgramCalendar.dateOf(Clock.systemUTC().instant());
    private UUID agency;
    private String approver;

    @BeforeEach
    void register() {
        agency = Api.registeredAgency();
        approver = Tokens.buyer(agency);
    }

    private ValidatableResponse set(String policy) {
        return as(approver)
                .header("If-Match", "*")
                .body(policy)
                .put("/v1/agencies/{id}/policy", agency)
                .then();
    }

    private String strict(String more) {
        return STRICT.formatted(more);
    }

    private ValidatableResponse act(String person, String change, String act) {
        return acting(person)
                .post("/v1/agencies/{id}/policy-changes/{change}/" + act, agency, change)
                .then();
    }

    private ValidatableResponse agency() {
        return as(approver).get("/v1/agencies/{id}", agency).then();
    }

    private Response placed() {
        return Api.place(agency, order("PO-1", UUID.randomUUID(), line("1", "4-06-78-0031A", "20", "50.00")));
    }

    @Test
    void oneApproverDoesNotSwitchTheApprovalOffPlaceAndSwitchItOn() {
        set(strict("")).statusCode(200);
        placed().then().statusCode(422).body("type", equalTo("/problems/approval-needed"));
        String change = set("{}")
                .statusCode(202)
                .body("state", equalTo("AWAITS_CONFIRMATION"))
                .body("loosens", contains("approvalRequired"))
                .body("proposed.by", equalTo("erp-" + agency))
                .extract()
                .path("changeId");
        placed().then().statusCode(422).body("type", equalTo("/problems/approval-needed"));
        agency().header("ETag", equalTo("\"2\"")).body("policy.approvalRequired", equalTo(true));
        act(approver, change, "confirmation").statusCode(409).body("type", equalTo("/problems/own-policy-confirmed"));
        act(Api.person(agency, " ERP-" + agency), change, "confirmation").statusCode(409);
        act(Tokens.buyer(Api.registeredAgency()), change, "confirmation").statusCode(404);

        act(Api.person(agency, "director"), change, "confirmation")
                .statusCode(200)
                .body("state", equalTo("ADOPTED"))
                .body("confirmed.by", equalTo("director"))
                .body("adoptedVersion", equalTo(3));
        agency().body("policy", not(hasKey("approvalRequired")));
        placed().then().statusCode(202);
        act(Api.person(agency, "director"), change, "confirmation")
                .statusCode(409)
                .body("type", equalTo("/problems/policy-change-is-over"));

        List<CloudEvent> told = TopicProbe.ofServiceUnderTest()
                .await(
                        "cmas.agency-policy-changes",
                        3,
                        Api.SOON,
                        event -> event.aggregateId().equals(change));
        told.forEach(event -> JsonSchemas.assertValid(
                Path.of("src/main/resources/events/agency-policy-change.recorded.v1.schema.json"), event.payload()));
    }

    @ParameterizedTest(name = "from {0} to {1} loosens {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            {"approvalRequired": true, "approvers": [{"name": "d", "limit": "1"}]}  | {"approvalRequired": true, "approvers": [{"name": "d", "limit": "1.01"}]}            | approvers
            {"approvalRequired": true, "approvers": [{"name": "d", "limit": "1"}]}  | {"approvalRequired": true, "approvers": [{"name": "d"}]}                               | approvers
            {"approvalRequired": true, "approvers": [{"name": "d", "limit": "1"}]}  | {"approvalRequired": true, "approvers": [{"name": "D", "limit": "1"}, {"name": "e"}]}  | approvers
            {"approvalRequired": true, "approvers": [{"name": "d", "limit": "1"}]}  | {"approvalRequired": true, "approvers": [{"name": " D", "limit": "0.99"}]}             | -
            {"orderLimit": "5.00", "orderLimitAction": "BLOCK"}                     | {"orderLimit": "5.01", "orderLimitAction": "BLOCK"}                                    | orderLimit
            {"orderLimit": "5.00", "orderLimitAction": "BLOCK"}                     | {"orderLimit": "5.00", "orderLimitAction": "WARN"}                                     | orderLimit
            {"orderLimit": "5.00", "orderLimitAction": "BLOCK"}                     | {}                                                                                     | orderLimit
            {"orderLimit": "5.00", "orderLimitAction": "BLOCK"}                     | {"orderLimit": "4.99", "orderLimitAction": "BLOCK"}                                    | -
            {"orderLimit": "5.00", "orderLimitAction": "WARN"}                      | {}                                                                                     | -
            {"minOffers": 3, "minOffersAction": "BLOCK"}                            | {"minOffers": 2, "minOffersAction": "BLOCK"}                                           | minOffers
            {"minOffers": 3, "minOffersAction": "BLOCK"}                            | {"minOffers": 3}                                                                       | minOffers
            {"statementOfWorkAction": "BLOCK"}                                      | {"statementOfWorkAction": "WARN"}                                                      | statementOfWorkAction
            {"bestValueAction": "BLOCK"}                                            | {}                                                                                     | bestValueAction
            {"plausibilityAction": "BLOCK"}                                         | {}                                                                                     | plausibilityAction
            {"mayOverride": ["d"]}                                                  | {}                                                                                     | mayOverride
            {"mayOverride": ["d", "e"]}                                             | {"mayOverride": ["E"]}                                                                 | -
            {"retentionYears": 7}                                                   | {"retentionYears": 6}                                                                  | -
            """)
    void whatLoosensAControlNeedsTwo(String before, String after, String loosened) {
        set(before).statusCode(200);
        if (loosened == null) {
            set(after).statusCode(200);
        } else {
            set(after).statusCode(202).body("loosens", contains(loosened));
            as(Tokens.of("dgs-analyst"))
                    .header("If-Match", "*")
                    .body(
                            "{\"name\": \"City %s\", \"type\": \"CITY\", \"empoweredToExpendPublicFunds\": true, \"policy\": %s}"
                                    .formatted(agency, after))
                    .put("/v1/agencies/{id}", agency)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/loosened-by-one"))
                    .body("errors.pointer", contains("/policy/" + loosened));
        }
    }

    @Test
    @DisplayName(
            "The database holds it too: an update by the application that loosens the approval needs a confirmed change")
    void theDatabaseHoldsTwoPersonsToo() throws SQLException {
        set(strict(", \"orderLimit\": \"5.00\", \"orderLimitAction\": \"BLOCK\""))
                .statusCode(200);
        String settings = "{\"approvalRequired\": true, \"approvers\": [{\"name\": \"director\", \"limit\": \"%s\"}]}";
        for (String statement : List.of(
                "set settings = '{}'",
                "set settings = '" + settings.formatted("100.01") + "'",
                "set settings = '{\"approvalRequired\": true}'",
                "set order_limit = 6",
                "set order_limit_action = 'WARN'")) {
            assertThatThrownBy(() -> update(statement + ", version = version + 1"))
                    .as(statement)
                    .hasMessageContaining("loosened_by_two");
        }
        assertThat(update(
                        "set settings = '" + settings.formatted("99.99") + "', order_limit = 4, version = version + 1"))
                .isEqualTo(1);
        set("{}").statusCode(202);
        assertThatThrownBy(
                        () -> inOwn(
                                "update agency_policy_change set confirmed_by = ' ERP-' || agency_id, confirmed_at = now() where agency_id = ?"))
                .hasMessageContaining("confirmed_by_another");
        assertThatThrownBy(() ->
                        inOwn("update agency_policy_change set policy = '{\"minOffers\": 1}' where agency_id = ?"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> inOwn(
                        "update agency_policy_change set state = 'ADOPTED', adopted_version = 9 where agency_id = ?"))
                .hasMessageContaining("loosened_by_two");
    }

    private int update(String what) throws SQLException {
        return inOwn("update agency " + what + " where agency_id = ?");
    }

    private int inOwn(String sql) throws SQLException {
        return Tenant.of(Optional.of(agency), Optional.empty()).<Integer, SQLException>during(() -> {
            try (Connection connection = application.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, agency);
                return statement.executeUpdate();
            }
        });
    }

    @Test
    void aPolicyForALaterDayHoldsFromItsDayAndThePreviousOneUntilThen() throws SQLException {
        set("{\"minOffers\": 2}").statusCode(200);
        String change = set("{\"minOffers\": 3, \"effectiveOn\": \"%s\"}".formatted(today.plusDays(30)))
                .statusCode(202)
                .body("state", equalTo("AWAITS_DAY"))
                .body("effectiveOn", equalTo(today.plusDays(30).toString()))
                .extract()
                .path("changeId");
        days.look();
        agency().body("policy.minOffers", equalTo(2));
        as(Tokens.of("auditor"))
                .get("/v1/agencies/{id}/policy-changes", agency)
                .then()
                .body("items.changeId", contains(change))
                .body("items[0].policy.minOffers", equalTo(3));
        as(Tokens.buyer(Api.registeredAgency()))
                .get("/v1/agencies/{id}/policy-changes", agency)
                .then()
                .statusCode(404);

        itsDayComes(change);
        days.look();
        days.look();
        agency().header("ETag", equalTo("\"3\"")).body("policy.minOffers", equalTo(3));
        as(approver)
                .get("/v1/agencies/{id}/policies", agency)
                .then()
                .body("items.policy.minOffers", contains(3, 2))
                .body("items.adoptedOn", contains(today.toString(), today.toString()));
    }

    /** The owner of the tables moves the day; the application cannot. */
    private void itsDayComes(String change) throws SQLException {
        try (Connection owner = OwnerDatabase.dataSource().getConnection();
                var statement = owner.createStatement()) {
            statement.execute(
                    "alter table agency_policy_change disable trigger agency_policy_change_stays_as_it_was_set");
            statement.execute("update agency_policy_change set effective_on = date '" + today + "' where change_id = '"
                    + change + "'");
            statement.execute(
                    "alter table agency_policy_change enable trigger agency_policy_change_stays_as_it_was_set");
        }
    }

    @Test
    void whatWasTightenedInTheMeantimeIsNotLoosenedUnconfirmedWhenTheDayComes() throws SQLException {
        String change = set("{\"retentionYears\": 7, \"effectiveOn\": \"%s\"}".formatted(today.plusDays(1)))
                .statusCode(202)
                .extract()
                .path("changeId");
        set(strict("")).statusCode(200);
        itsDayComes(change);
        days.look();
        agency().body("policy.approvalRequired", equalTo(true));
        as(approver)
                .get("/v1/agencies/{id}/policy-changes", agency)
                .then()
                .body("items[0].state", equalTo("AWAITS_CONFIRMATION"))
                .body("items[0].loosens", contains("approvalRequired"));
        act(Tokens.of("dgs-analyst"), change, "confirmation").statusCode(200).body("state", equalTo("ADOPTED"));
        agency().body("policy.retentionYears", equalTo(7));
    }

    @Test
    void whatIsGivenUpNeverHolds() throws SQLException {
        String change = set("{\"minOffers\": 3, \"effectiveOn\": \"%s\"}".formatted(today.plusDays(1)))
                .statusCode(202)
                .extract()
                .path("changeId");
        act(approver, change, "withdrawal").statusCode(200).body("state", equalTo("WITHDRAWN"));
        act(approver, change, "withdrawal").statusCode(409);
        days.look();
        agency().header("ETag", equalTo("\"1\""));
        assertThat(DatabaseRights.rows(
                        OwnerDatabase.dataSource(),
                        "select state from agency_policy_change where change_id = '" + change + "'"))
                .containsExactly("WITHDRAWN");
    }

    @ParameterizedTest(name = "{0} days from today: {1}")
    @CsvSource({"-1, 400", "0, 200", "1, 202", "365, 202", "367, 400"})
    void theDayIsTodayOrLaterWithinAYear(int days, int status) {
        set("{\"minOffers\": 3, \"effectiveOn\": \"%s\"}".formatted(today.plusDays(days)))
                .statusCode(status);
    }
}
