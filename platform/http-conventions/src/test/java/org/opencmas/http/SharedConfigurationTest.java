package org.opencmas.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.testkit.Management;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName("The shared configuration holds in an application that brings none")
class SharedConfigurationTest {
    @Test
    void openapi31AndSwaggerUiAreServed() {
        assertThat(given().accept("application/json")
                        .get("/q/openapi")
                        .jsonPath()
                        .getString("openapi"))
                .startsWith("3.1");
        assertThat(given().get("/q/swagger-ui/").statusCode()).isEqualTo(200);
    }

    @Test
    void anOperationTellsWhoMayCallItAndWhatItCanAnswer() {
        var api = given().accept("application/json").get("/q/openapi").jsonPath();
        assertThat(api.getList("paths.'/v1/notes'.post.security")).isNotEmpty();
        assertThat(api.getMap("paths.'/v1/notes'.post.responses"))
                .containsKeys("400", "401", "403", "409", "422", "503");
        assertThat(api.getMap("paths.'/v1/notes'.post.responses.401").values())
                .containsExactly("#/components/responses/Problem401");
    }

    @Test
    void anOperationTellsTheHeadersThatItNeedsAndTheirProblemsOnlyThere() {
        var api = given().accept("application/json").get("/q/openapi").jsonPath();
        String find = ".find { it.name == '%s' }.required";
        assertThat(api.getBoolean("paths.'/v1/notes'.post.parameters" + find.formatted("Idempotency-Key")))
                .isTrue();
        assertThat(api.getBoolean("paths.'/v1/notes/1'.put.parameters" + find.formatted("If-Match")))
                .isTrue();
        assertThat(api.getMap("paths.'/v1/notes/1'.put.responses"))
                .containsKeys("409", "412", "428")
                .doesNotContainKey("422");
        assertThat(api.getMap("paths.'/v1/notes'.post.responses"))
                .containsKeys("409", "422")
                .doesNotContainKeys("412", "428");
        assertThat(api.getMap("paths.'/v1/files'.post.responses")).doesNotContainKeys("409", "412", "422", "428");
    }

    @Test
    void whatIsOnlyAnsweredIsRequiredAndWhatIsSentIsNot() {
        var api = given().accept("application/json").get("/q/openapi").jsonPath();
        assertThat(api.getList("components.schemas.PageNote.required")).containsExactly("items");
        assertThat(api.getList("components.schemas.NewNote.required")).containsExactly("text");
        assertThat(api.getString("components.schemas.PageNote.properties.items.description"))
                .isEqualTo("What is on this page, in the list's order");
    }

    @Test
    void decimalsAreWrittenWithoutExponent() {
        assertThat(given().get("/v1/caller").asString()).containsPattern("\"amount\":1000[,}]");
    }

    @Test
    void healthTellsLivenessAndReadiness() {
        assertThat(Management.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(Management.get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.host, 127.0.0.1",
        "quarkus.http.auth.proactive, false",
        "quarkus.shutdown.timeout, 10S",
        "quarkus.otel.traces.exporter, none",
        "quarkus.oidc.discovery-enabled, false",
        "quarkus.devservices.enabled, false",
    })
    void defaults(String name, String value) {
        assertThat(ConfigProvider.getConfig().getValue(name, String.class)).isEqualTo(value);
    }
}
