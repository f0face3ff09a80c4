package org.opencmas.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName("Every request has an id")
class RequestIdsTest {
    @Test
    void aSaneIdIsTakenAndAnswered() {
        Response answer = given().header("X-Request-Id", "walk-1.a_B").get("/v1/caller");
        assertThat(answer.header("X-Request-Id")).isEqualTo("walk-1.a_B");
        assertThat(answer.jsonPath().getString("requestId")).isEqualTo("walk-1.a_B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "<script>", "a;b"})
    void anotherIdIsReplaced(String sent) {
        Response answer = given().header("X-Request-Id", sent).get("/v1/caller");
        assertThat(UUID.fromString(answer.header("X-Request-Id"))).isNotNull();
    }

    @Test
    void problemsCarryIt() {
        for (String path : List.of("/nowhere", "/v1/nowhere", "/v1/unannotated")) {
            Response answer = given().header("X-Request-Id", "lost").get(path);
            assertThat(answer.jsonPath().getString("instance")).isEqualTo("urn:cmas:request:lost");
            assertThat(answer.header("X-Request-Id")).isEqualTo("lost");
        }
    }
}
