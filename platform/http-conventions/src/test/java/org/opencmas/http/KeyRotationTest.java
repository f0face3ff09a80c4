package org.opencmas.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.terms.Roles;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName(
        "The keys of the provider are known without asking for them at each request, and a new one is known without a restart")
class KeyRotationTest {
    @Test
    void aTokenOfTheProvidersNextKeyIsTakenAsSoonAsItIsPublished() {
        assertThat(change(TestTokens.of(name(), Map.of(), Roles.AGENCY_BUYER))).isEqualTo(428);
        int asked = TestProvider.timesAsked();
        for (int i = 0; i < 20; i++) {
            assertThat(change(TestTokens.of(name(), Map.of(), Roles.AGENCY_BUYER)))
                    .isEqualTo(428);
        }
        assertThat(TestProvider.timesAsked()).isEqualTo(asked);

        assertThat(change(TestTokens.ofNextKey(name(), Roles.AGENCY_BUYER))).isEqualTo(401);
        TestProvider.rotate();
        assertThat(change(TestTokens.ofNextKey(name(), Roles.AGENCY_BUYER))).isEqualTo(428);
        assertThat(change(TestTokens.of(name(), Map.of(), Roles.AGENCY_BUYER))).isEqualTo(428);
        assertThat(change(TestTokens.forged(name(), Roles.AGENCY_BUYER))).isEqualTo(401);
    }

    private static String name() {
        return "buyer-" + UUID.randomUUID();
    }

    /** Without the header that it needs, the operation answers 428 to whom it lets in. */
    private static int change(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"text\":\"x\"}")
                .put("/v1/notes/1")
                .statusCode();
    }
}
