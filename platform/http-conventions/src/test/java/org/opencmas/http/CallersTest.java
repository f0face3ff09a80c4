package org.opencmas.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.http.Notes.add;
import static org.opencmas.http.Notes.assertProblem;
import static org.opencmas.http.Notes.key;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.terms.Roles;
import org.opencmas.testkit.Eventually;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName("Callers are who their tokens say")
class CallersTest {
    private static final String BUYER = TestTokens.of("buyer-1", Map.of(), Roles.AGENCY_BUYER);
    private static final String AUDITOR = TestTokens.of("auditor-1", Map.of(), Roles.AUDITOR);

    @Test
    void aTokenBindsToItsAgency() {
        UUID agency = UUID.randomUUID();
        String token = TestTokens.of("erp", Map.of("agency_id", agency.toString()), Roles.AGENCY_BUYER, Roles.AUDITOR);
        var caller = given().auth().oauth2(token).get("/v1/caller").jsonPath();
        assertThat(caller.getString("subject")).isEqualTo("erp");
        assertThat(caller.getString("name")).isEqualTo("erp-name");
        assertThat(caller.getList("roles")).containsExactlyInAnyOrder(Roles.AGENCY_BUYER, Roles.AUDITOR);
        assertThat(caller.getBoolean("buyer")).isTrue();
        assertThat(caller.getString("agencyId")).isEqualTo(agency.toString());
        assertThat(caller.getString("contractorId")).isEqualTo("none");
        assertThat(caller.getString("zone")).isEqualTo("America/Los_Angeles");
    }

    @Test
    void aTokenBindsToItsContractor() {
        UUID contractor = UUID.randomUUID();
        String token = TestTokens.of("c", Map.of("contractor_id", contractor.toString()), Roles.CONTRACTOR);
        assertThat(given().auth().oauth2(token).get("/v1/caller").jsonPath().getString("contractorId"))
                .isEqualTo(contractor.toString());
    }

    @Test
    void aTokenThatComesAgainIsTheSameCallerWithTheSameClaims() {
        UUID agency = UUID.randomUUID();
        String token = TestTokens.of("erp", Map.of("agency_id", agency.toString()), Roles.AGENCY_BUYER);
        for (int time = 1; time <= 3; time++) {
            var caller = given().auth().oauth2(token).get("/v1/caller").jsonPath();
            assertThat(caller.getString("subject")).isEqualTo("erp");
            assertThat(caller.getString("name")).isEqualTo("erp-name");
            assertThat(caller.getList("roles")).containsExactly(Roles.AGENCY_BUYER);
            assertThat(caller.getString("agencyId")).isEqualTo(agency.toString());
            assertThat(caller.getString("contractorId")).isEqualTo("none");
        }
    }

    @Test
    void aRememberedTokenIsRefusedOnceItHasExpired() {
        String token = TestTokens.endingAt(Instant.now().plusSeconds(2), "b", Roles.AGENCY_BUYER);
        Eventually.within(
                Eventually.PATIENCE,
                () -> assertProblem(given().auth().oauth2(token).get("/v1/caller"), 401, "unauthenticated"));
    }

    @Test
    void aClaimThatIsNoUuidBindsToNothingAndIsRefused() {
        String token = TestTokens.of("erp", Map.of("agency_id", "all"), Roles.AGENCY_BUYER);
        assertProblem(given().auth().oauth2(token).get("/v1/caller"), 403, "forbidden");
    }

    @Test
    void publicReadingNeedsNoToken() {
        var caller = given().get("/v1/caller").jsonPath();
        assertThat(caller.getString("subject")).isEqualTo("anonymous");
        assertThat(caller.getString("name")).isEqualTo("anonymous");
        assertThat(caller.getList("roles")).isEmpty();
    }

    @Test
    void withoutAGoodTokenNothingIsDone() {
        assertProblem(given().contentType("application/json").body("{oops").post("/v1/notes"), 401, "unauthenticated");
        assertProblem(add(TestTokens.expired("b", Roles.AGENCY_BUYER), key(), "x"), 401, "unauthenticated");
        assertProblem(add(TestTokens.forged("b", Roles.AGENCY_BUYER), key(), "x"), 401, "unauthenticated");
        assertProblem(add(TestTokens.ofAnotherIssuer("b", Roles.AGENCY_BUYER), key(), "x"), 401, "unauthenticated");
        assertProblem(add("nonsense", key(), "x"), 401, "unauthenticated");
        assertProblem(add(TestTokens.expired("b", Roles.AGENCY_BUYER), key(), "x"), 401, "unauthenticated");
    }

    @Test
    void withoutTheRoleNothingIsDone() {
        assertProblem(add(AUDITOR, key(), "x"), 403, "forbidden");
    }

    @Test
    void anOperationThatNamesNoRoleIsClosed() {
        assertProblem(given().auth().oauth2(BUYER).get("/v1/unannotated"), 403, "forbidden");
        assertProblem(given().get("/v1/unannotated"), 401, "unauthenticated");
    }
}
