package org.opencmas.order.requestforoffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.opencmas.order.Api.acting;
import static org.opencmas.order.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.order.Api;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.DatabaseRights;
import org.opencmas.testkit.TestInfrastructure;
import org.opencmas.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("Informal complaints")
class InformalComplaintTest extends AskingAgency {
    @Test
    @DisplayName(
            "PRO-INFORMAL-COMPLAINT: the agency logs and answers complaints; DGS reads only those that the agency shares")
    void complaints() throws SQLException {
        String requestId = sent();
        String complaint = """
                {"complainant": "Second", "about": "Asked late", "receivedOn": "2026-03-10", "sharedWithDgs": %s}
                """;
        String kept = complain(requestId, complaint.formatted(false));
        String shared = complain(requestId, complaint.formatted(true));
        for (String one : List.of(kept, shared)) {
            acting(buyer)
                    .body("{\"answer\": \"All were asked on one day.\", \"answeredOn\": \"2026-03-11\"}")
                    .post("/v1/requests-for-offer/{id}/complaints/{one}/answers", requestId, one)
                    .then()
                    .statusCode(201)
                    .body("answers.answered.answeredBy", contains("erp-" + agency));
        }
        as(buyer)
                .get("/v1/requests-for-offer/{id}/complaints", requestId)
                .then()
                .body("complaints.complaintId", contains(kept, shared));
        as(Tokens.of("dgs-analyst"))
                .get("/v1/requests-for-offer/{id}/complaints", requestId)
                .then()
                .statusCode(200)
                .body("complaints.complaintId", contains(shared))
                .body("complaints[0].answers", hasSize(1));
        as(Tokens.contractor(second))
                .get("/v1/requests-for-offer/{id}/complaints", requestId)
                .then()
                .statusCode(403);
        as(Tokens.buyer(Api.registeredAgency()))
                .get("/v1/requests-for-offer/{id}/complaints", requestId)
                .then()
                .statusCode(404);
        acting(buyer)
                .body("{\"answer\": \"x\", \"answeredOn\": \"2026-03-11\"}")
                .post("/v1/requests-for-offer/{id}/complaints/{one}/answers", requestId, UUID.randomUUID())
                .then()
                .statusCode(404);
        assertThatThrownBy(() ->
                        run("update informal_complaint set document = '{}' where request_id = '" + requestId + "'"))
                .isInstanceOf(SQLException.class);
        assertThat(seen(
                        Tenant.ALL,
                        "select entry_id::text from informal_complaint where request_id = '" + requestId
                                + "' and not shared_with_dgs"))
                .isEmpty();
        List<String> types = Tenant.seeingAll(() -> DatabaseRights.rows(
                application, "select event_type from journal where aggregate_id = '" + requestId + "'"));
        assertThat(types).noneMatch(type -> type.contains("complaint"));
    }

    private String complain(String requestId, String complaint) {
        return acting(buyer)
                .body(complaint)
                .post("/v1/requests-for-offer/{id}/complaints", requestId)
                .then()
                .statusCode(201)
                .extract()
                .path("complaintId");
    }
}
