package org.opencmas.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** What the tests ask of the notes, the resource that stands for any resource of a service. */
public final class Notes {
    private Notes() {}

    public static Response add(String token, String key, String text) {
        return as(token).header("Idempotency-Key", key).body(note(text)).post("/v1/notes");
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public static String note(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    /** A key, or a text, that no other request has. */
    public static String key() {
        return UUID.randomUUID().toString();
    }

    public static void assertProblem(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/" + slug);
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
    }
}
