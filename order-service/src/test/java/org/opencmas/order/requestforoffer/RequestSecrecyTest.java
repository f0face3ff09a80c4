package org.opencmas.order.requestforoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("A request is seen by its agency and those asked, and is kept as it was sent")
class RequestSecrecyTest extends AskingAgency {
    @Test
    void otherAgenciesSeeNothingAndContractorsTheirOwn() throws SQLException {
        String requestId = drafted();
        as(Tokens.contractor(first))
                .get("/v1/requests-for-offer/{id}", requestId)
                .then()
                .statusCode(404);
        act(
                        requestId,
                        "sending",
                        "{\"contractors\": [%s, %s]}"
                                .formatted(contractor(first, "First", "[]"), contractor(second, "Second", "[]")))
                .then()
                .statusCode(200);
        String own = recorded(requestId, first, "100.00");
        String foreign = recorded(requestId, second, "99.00");
        as(Tokens.contractor(first))
                .get("/v1/requests-for-offer/{id}", requestId)
                .then()
                .statusCode(200)
                .body("needs", equalTo("Forty hours for the library.\nSend no bid."))
                .body("contractorsAsked.name", contains("First"))
                .body("offers.offerId", contains(own))
                .body("$", not(hasKey("bestValue")))
                .body("$", not(hasKey("advice")));
        as(Tokens.contractor(first))
                .get("/v1/requests-for-offer/{id}/offers/{offer}", requestId, own)
                .then()
                .statusCode(200)
                .body("lines[0].unitPrice", equalTo("100.00"));
        for (String token : List.of(Tokens.contractor(first), Tokens.buyer(Api.registeredAgency()))) {
            as(token)
                    .get("/v1/requests-for-offer/{id}/offers/{offer}", requestId, foreign)
                    .then()
                    .statusCode(404);
        }
        as(Tokens.contractor(first))
                .get("/v1/requests-for-offer")
                .then()
                .body("items.contractorsAsked", contains(1))
                .body("items.offers", contains(1));
        String stranger = Tokens.buyer(Api.registeredAgency());
        as(stranger).get("/v1/requests-for-offer/{id}", requestId).then().statusCode(404);
        as(stranger).get("/v1/requests-for-offer").then().body("items", empty());
        acting(stranger)
                .header("If-Match", "*")
                .post("/v1/requests-for-offer/{id}/closing", requestId)
                .then()
                .statusCode(404);
        acting(stranger)
                .body(offer(first, "2026-03-05T18:00:00Z", "1.00", ""))
                .post("/v1/requests-for-offer/{id}/offers", requestId)
                .then()
                .statusCode(404);
        acting(stranger)
                .header("If-Match", "*")
                .body("{\"agencyOrderNumber\": \"PO-S\"}")
                .post("/v1/requests-for-offer/{id}/determination/order", requestId)
                .then()
                .statusCode(404);
        for (String table : List.of("request_for_offer", "contractor_asked", "offer", "request_for_offer_act")) {
            String all = "select request_id::text from " + table + " where request_id = '" + requestId + "'";
            assertThat(seen(Tenant.of(Optional.of(UUID.randomUUID()), Optional.empty()), all))
                    .as(table)
                    .isEmpty();
            assertThat(seen(Tenant.NONE, all)).as(table).isEmpty();
            assertThat(seen(Tenant.of(Optional.of(agency), Optional.empty()), all))
                    .as(table)
                    .isNotEmpty();
        }
        assertThat(seen(
                        Tenant.of(Optional.empty(), Optional.of(first)),
                        "select contractor_id::text from offer where request_id = '" + requestId + "'"))
                .containsExactly(first.toString());
    }

    @Test
    void theDatabaseKeepsWhatWasSentWhateverIsTried() throws SQLException {
        String requestId = sent();
        recorded(requestId, first, "100.00");
        for (String change : List.of(
                "update request_for_offer set content = '{}' where request_id = '%s'",
                "update request_for_offer set state = 'DRAFT' where request_id = '%s'",
                "update request_for_offer set order_id = gen_random_uuid() where request_id = '%s'",
                "update offer set document = '{}' where request_id = '%s'",
                "delete from offer where request_id = '%s'",
                "delete from contractor_asked where request_id = '%s'",
                "delete from request_for_offer where request_id = '%s'",
                "update request_for_offer_act set details = '{}' where request_id = '%s'")) {
            assertThatThrownBy(() -> run(change.formatted(requestId)))
                    .as(change)
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> run("""
                insert into offer (offer_id, request_id, agency_id, contractor_id, act_number, received_at, standing, document, lines)
                values (gen_random_uuid(), '%s', '%s', '%s', 9, now(), 'LATE', '{}', '[]')
                """.formatted(requestId, agency, first)))
                .hasMessageContaining("not_considered_with_its_reason");
        assertThatThrownBy(() -> run("""
                insert into offer (offer_id, request_id, agency_id, contractor_id, act_number, received_at, standing, document, lines)
                values (gen_random_uuid(), '%s', '%s', '%s', 9, timestamptz '2100-01-01', 'RESPONSIVE', '{}', '[]')
                """.formatted(requestId, agency, first)))
                .hasMessageContaining("responsive_offer_in_time");
    }
}
