package org.opencmas.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.terms.Roles;
import org.opencmas.testkit.Management;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName("Whatever a caller writes into address and headers, the answer is a clear one and gives nothing away")
class HostileRequestsTest {
    private static final String BUYER = TestTokens.of("buyer-1", Map.of(), Roles.AGENCY_BUYER);
    private static final String AUDITOR = TestTokens.of("auditor-1", Map.of(), Roles.AUDITOR);

    @TestHTTPResource
    URI address;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "",
                "/",
                "a/b/c",
                "application/json, application/json",
                "a/b;",
                "a/b; c",
                "\"",
                "text/html",
                "application/json;q=\"",
                "application/json;charset=nonsense"
            })
    void aContentTypeThatIsNoneIsUnsupported(String type) throws IOException {
        String body = "{\"text\":\"x\"}";
        String answer = answer(
                "POST /v1/notes HTTP/1.1\r\nAuthorization: Bearer " + BUYER + "\r\nIdempotency-Key: "
                        + UUID.randomUUID() + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length(),
                body);
        assertThat(answer).matches("(?s)HTTP/1.1 (415|201|400) .*");
        assertThat(answer).doesNotContain("/problems/internal-error");
        if (!answer.startsWith("HTTP/1.1 201")) {
            assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "garbage",
                "/",
                "a/b/c",
                "application/json;q=x",
                "*",
                ",",
                ";;",
                "text/html, image/png",
                "\"",
                "application/json;q=\""
            })
    void whatCannotBeProducedIsNotAcceptable(String accept) throws IOException {
        for (String path : new String[] {"/v1/notes", "/v1/caller"}) {
            String answer = answer("GET " + path + " HTTP/1.1\r\nAccept: " + accept, "");
            assertThat(answer).matches("(?s)HTTP/1.1 (406|200) .*");
            assertThat(answer)
                    .containsIgnoringCase(
                            answer.startsWith("HTTP/1.1 200")
                                    ? "content-type: application/json"
                                    : "content-type: application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/%zz,               400",
        "/v1/notes/%,           400",
        "/%ff%fe,               404",
        "/v1/notes?cursor=%zz,  400",
        "/v1/notes?%=1,         400",
        "/v1/notes?cursor=%ff,  400",
        "/v1/notes?limit=%00,   400",
        "/v1/notes?filter=^|<>,  400",
        "/v1/<b>,               400",
        "/v1/notes;a=b?limit=0, 400",
    })
    void anAddressThatCannotBeReadIsAnsweredWithAProblem(String path, int status) throws IOException {
        String answer = answer("GET " + path + " HTTP/1.1", "");
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"7990, 200", "8001, 414", "60000, 414"})
    void anAddressHasAtMost8000Characters(int length, int status) throws IOException {
        String path = "/v1/notes?filter=";
        String answer = answer("GET " + path + "x".repeat(length - path.length()) + " HTTP/1.1", "");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer).contains(status == 414 ? "/problems/uri-too-long" : "items");
    }

    @ParameterizedTest
    @CsvSource({"16000, 200", "16385, 431", "60000, 431"})
    void headersHaveAtMost16384Characters(int length, int status) throws IOException {
        String answer = answer("GET /v1/caller HTTP/1.1\r\nX-Long: " + "x".repeat(length), "");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer).contains(status == 431 ? "/problems/request-header-fields-too-large" : "anonymous");
    }

    @Test
    void theHostThatTheCallerNamesIsNotRepeated() throws IOException {
        String body = "{\"text\":\"" + UUID.randomUUID() + "\"}";
        String answer = answer(
                "POST /v1/notes HTTP/1.1\r\nAuthorization: Bearer " + BUYER
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID()
                        + "\r\nX-Forwarded-Host: evil.example\r\nContent-Length: " + body.length(),
                body);
        assertThat(answer)
                .startsWith("HTTP/1.1 201 ")
                .containsPattern("(?i)\nlocation: /v1/notes/\\d+\r")
                .doesNotContain("evil.example");
    }

    @Test
    void everyAnswerForbidsGuessingAndRunning() {
        for (String path : new String[] {
            "/v1/caller", "/v1/notes?limit=0", "/nowhere", "/q/openapi", "/q/health/live", "/v1/unannotated"
        }) {
            Response answer = path.startsWith("/q/health") ? Management.get(path) : given().get(path);
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Strict-Transport-Security")).as(path).isNull();
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).as(path).startsWith("default-src 'none'");
        }
        assertThat(given().get("/q/swagger-ui/").header("Content-Security-Policy"))
                .isNull();
    }

    /** A browser lets the pages of another site neither send such a request nor read an answer without these headers. */
    @Test
    void pagesOfOtherSitesAreNotLetIn() {
        Response asked = given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .options("/v1/notes");
        Response read = given().header("Origin", "https://evil.example").get("/v1/notes?limit=1");
        for (Response answer : new Response[] {asked, read}) {
            assertThat(answer.headers().asList())
                    .noneMatch(
                            header -> header.getName().toLowerCase(Locale.ROOT).startsWith("access-control-"));
        }
    }

    @Test
    void healthAndMetricsAreNotAtThePortOfTheApiAndTellNoSecret() {
        for (String path : new String[] {"/q/health", "/q/health/ready", "/q/health/live", "/q/metrics", "/q/"}) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(404);
        }
        String told = Management.get("/q/health").asString()
                + Management.get("/q/metrics").asString();
        Config settings = ConfigProvider.getConfig();
        assertThat(told)
                .contains("UP", "http_server_requests")
                .doesNotContainIgnoringCase("jdbc:")
                .doesNotContainIgnoringCase("password")
                .doesNotContain(settings.getValue("quarkus.datasource.password", String.class))
                .doesNotContain(settings.getValue("quarkus.flyway.password", String.class));
    }

    @Test
    void whatIsAnsweredToSomebodyIsKeptByNoCache() {
        assertThat(given().auth().oauth2(BUYER).get("/v1/caller").header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(given().get("/v1/unannotated").header("Cache-Control")).isEqualTo("no-store");
        assertThat(given().get("/v1/caller").header("Cache-Control")).isNull();
    }

    @Test
    void aMissingRoleIsNamed() {
        Response answer = given().auth()
                .oauth2(AUDITOR)
                .contentType("application/json")
                .header("Idempotency-Key", "k")
                .body("{\"text\":\"x\"}")
                .post("/v1/notes");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.jsonPath().getList("rolesAllowed")).containsExactly(Roles.AGENCY_BUYER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0000", "1\ud800"})
    void aCursorWithTextThatNoDatabaseKeepsIsRefused(String key) {
        String json = "[\"" + key.chars().mapToObj("\\u%04x"::formatted).reduce("", String::concat) + "\"]";
        String cursor = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.US_ASCII));
        Response answer = given().get("/v1/notes?cursor=" + cursor);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo("cursor");
    }

    @Test
    void aTraceEchoesNothing() throws IOException {
        String answer = answer("TRACE /v1/notes HTTP/1.1\r\nX-Secret: not-to-be-echoed", "");
        assertThat(answer).matches("(?s)HTTP/1.1 (405|501) .*").doesNotContain("not-to-be-echoed");
    }

    @Test
    void aMethodThatACallerMakesUpIsNoLabelOfAMetric() throws IOException {
        for (int i = 0; i < 20; i++) {
            answer("BREW" + i + " /v1/notes HTTP/1.1", "");
            answer("DELETE /v1/notes/made-up-" + i + " HTTP/1.1", "");
            answer("GET /v1/made-up-" + i + "%zz HTTP/1.1", "");
        }
        String metrics = Management.get("/q/metrics").asString();
        assertThat(metrics)
                .contains("http_server_requests")
                .contains("method=\"OTHER\"")
                .doesNotContain("BREW")
                .doesNotContain("made-up");
    }

    private String answer(String head, String body) throws IOException {
        try (Socket connection = new Socket(address.getHost(), address.getPort())) {
            String host =
                    "\r\nHost: " + (body.isEmpty() ? "localhost" : "evil.example") + "\r\nConnection: close\r\n\r\n";
            connection.getOutputStream().write((head + host + body).getBytes(StandardCharsets.US_ASCII));
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
