package org.opencmas.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.http.Notes.add;
import static org.opencmas.http.Notes.as;
import static org.opencmas.http.Notes.assertProblem;
import static org.opencmas.http.Notes.key;
import static org.opencmas.http.Notes.note;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.terms.Roles;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName("What every service does the same way over HTTP")
class HttpConventionsTest {
    private static final String BUYER = TestTokens.of("buyer-1", Map.of(), Roles.AGENCY_BUYER);

    @Nested
    @DisplayName("A change names the version it was decided on")
    class Preconditions {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "none", textBlock = """
                none       | 428 | precondition-required
                "6"        | 412 | precondition-failed
                W/"7"      | 412 | precondition-failed
                7          | 412 | precondition-failed
                "7"        | 204 |
                "6", "7"   | 204 |
                *          | 204 |
                """)
        void ifMatch(String header, int status, String slug) {
            RequestSpecification request = as(BUYER).body(note("x"));
            Response answer = (header == null ? request : request.header("If-Match", header)).put("/v1/notes/1");
            assertThat(answer.statusCode()).isEqualTo(status);
            if (slug != null) {
                assertProblem(answer, status, slug);
            }
        }
    }

    @Nested
    @DisplayName("Lists are read page by page")
    class Pages {
        @Test
        void theNextLinkGoesOnUntilTheEnd() throws SQLException {
            for (int i = 0; i < 5; i++) {
                add(BUYER, key(), key());
            }
            List<Integer> seen = new ArrayList<>();
            String next = "/v1/notes?limit=2&filter=a%20b";
            while (next != null) {
                Response page = given().urlEncodingEnabled(false).get(next);
                seen.addAll(page.jsonPath().getList("items.id"));
                next = page.jsonPath().getString("next");
                assertThat(next == null || next.startsWith("/v1/notes?")).isTrue();
                assertThat(next == null || next.contains("filter=a%20b")).isTrue();
            }
            assertThat(seen).hasSizeGreaterThanOrEqualTo(5).isSorted().doesNotHaveDuplicates();
        }

        @ParameterizedTest
        @CsvSource({"0, 400", "1, 200", "200, 200", "201, 400", "-1, 400", "many, 400"})
        void aPageHas1To200Items(String limit, int status) {
            assertThat(given().get("/v1/notes?limit=" + limit).statusCode()).isEqualTo(status);
        }

        @ParameterizedTest
        @ValueSource(strings = {"many", "1.5", "99999999999"})
        void aLimitThatIsNoNumberIsToldWhatAPageHolds(String limit) {
            Response answer = given().get("/v1/notes?limit=" + limit);
            assertProblem(answer, 400, "invalid-request");
            assertThat(answer.jsonPath().getString("errors[0].detail"))
                    .isEqualTo("must be a whole number from 1 to 200");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "!!", "e30", "WyJhIiwiYiJd", "bnVsbA", "W251bGxd"})
        void aCursorThatWasNeverGivenOutIsRefused(String cursor) {
            Response answer = given().get("/v1/notes?cursor=" + cursor);
            assertProblem(answer, 400, "invalid-request");
            assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo("cursor");
        }
    }

    @Nested
    @DisplayName("Bodies are bounded by their kind")
    class BodyLimits {
        @Test
        void tenMegabytesOfJsonAreRefused() {
            String body = "{\"text\":\"" + "x".repeat(10 << 20) + "\"}";
            assertProblem(
                    as(BUYER).header("Idempotency-Key", key()).body(body).post("/v1/notes"), 413, "payload-too-large");
        }

        @Test
        void tenMegabytesInChunksAreRefusedWithoutBeingKept() throws Exception {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + RestAssured.port + "/v1/notes"))
                    .header("Authorization", "Bearer " + BUYER)
                    .header("Idempotency-Key", key())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofInputStream(HttpConventionsTest::tenMegabytes))
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(413);
                assertThat(answer.body()).contains("\"maxBytes\":1048576");
            }
        }

        @Test
        void aBodyOfExactlyTheLimitIsRead() {
            String frame = "{\"text\":\"\"}";
            String body = "{\"text\":\"" + "x".repeat((1 << 20) - frame.length()) + "\"}";
            Response answer =
                    as(BUYER).header("Idempotency-Key", key()).body(body).post("/v1/notes");
            assertThat(answer.statusCode()).isEqualTo(201);
            Response longer =
                    as(BUYER).header("Idempotency-Key", key()).body(body + " ").post("/v1/notes");
            assertThat(longer.statusCode()).isEqualTo(413);
        }
    }

    private static InputStream tenMegabytes() {
        return new ByteArrayInputStream(" ".repeat(10 << 20).getBytes(StandardCharsets.US_ASCII));
    }
}
