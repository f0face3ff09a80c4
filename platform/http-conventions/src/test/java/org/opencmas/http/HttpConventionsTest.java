package org.opencmas.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.http.idempotency.IdempotentRequests;
import org.opencmas.http.idempotency.StoredAnswer;
import org.opencmas.testkit.Management;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName("What every service does the same way over HTTP")
class HttpConventionsTest {
    private static final String BUYER = TestTokens.of("buyer-1", Map.of(), Roles.AGENCY_BUYER);
    private static final String OTHER_BUYER = TestTokens.of("buyer-2", Map.of(), Roles.AGENCY_BUYER);
    private static final String AUDITOR = TestTokens.of("auditor-1", Map.of(), Roles.AUDITOR);

    @Inject
    DataSource database;

    @Inject
    IdempotentRequests requests;

    @Nested
    @DisplayName("A request with an idempotency key acts once")
    class IdempotentRequestsOverHttp {
        @Test
        void theSameRequestAgainIsAnsweredFromTheStore() throws SQLException {
            String key = key();
            String text = key();
            Response first = add(BUYER, key, text);
            Response second = add(BUYER, key, text);
            assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
            assertThat(first.header("Idempotency-Replayed")).isNull();
            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(second.asString()).isEqualTo(first.asString());
            assertThat(second.header("Location"))
                    .isEqualTo(first.header("Location"))
                    .endsWith("/v1/notes/" + first.path("id"));
            assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
            assertThat(second.contentType()).isEqualTo(first.contentType()).startsWith("application/json");
            assertThat(notes(text)).isEqualTo(1);
        }

        @Test
        void theKeyWithAnotherBodyIsRefused() throws SQLException {
            String key = key();
            String other = key();
            add(BUYER, key, key());
            assertProblem(add(BUYER, key, other), 422, "idempotency-key-reused");
            assertThat(notes(other)).isZero();
        }

        @Test
        void theKeyAtAnotherPathIsRefused() {
            String key = key();
            String text = key();
            add(BUYER, key, text);
            assertProblem(
                    as(BUYER).header("Idempotency-Key", key).body(note(text)).post("/v1/rest-notes"),
                    422,
                    "idempotency-key-reused");
            assertProblem(
                    as(BUYER).header("Idempotency-Key", key).body(note(text)).post("/v1/notes?mark=1"),
                    422,
                    "idempotency-key-reused");
        }

        @Test
        void keysOfDifferentCallersDoNotMeet() {
            String key = key();
            assertThat(add(BUYER, key, key()).statusCode()).isEqualTo(201);
            Response other = add(OTHER_BUYER, key, key());
            assertThat(other.statusCode()).isEqualTo(201);
            assertThat(other.header("Idempotency-Replayed")).isNull();
        }

        @ParameterizedTest
        @ValueSource(strings = {"refuse-", "answer-refusal-"})
        void aRefusalRollsBackAndFreesTheKey(String prefix) throws SQLException {
            String key = key();
            String text = prefix + key();
            assertThat(add(BUYER, key, text).statusCode()).isEqualTo(409);
            assertThat(notes(text)).isZero();
            assertThat(add(BUYER, key, key()).statusCode()).isEqualTo(201);
        }

        @Test
        void anInvalidBodyFreesTheKey() {
            String key = key();
            assertProblem(add(BUYER, key, " "), 400, "invalid-request");
            assertThat(add(BUYER, key, key()).statusCode()).isEqualTo(201);
        }

        @Test
        void requestsAtTheSameTimeWithTheSameKeyActOnce() throws Exception {
            String key = key();
            String text = key();
            try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
                List<Future<Response>> answers = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    answers.add(clients.submit(() -> as(BUYER)
                            .header("Idempotency-Key", key)
                            .body("{\"text\":\"" + text + "\",\"delayMillis\":300}")
                            .post("/v1/notes")));
                }
                int fresh = 0;
                for (Future<Response> answer : answers) {
                    boolean created = answer.get().statusCode() == 201;
                    if (!created) {
                        assertProblem(answer.get(), 409, "request-in-flight");
                        assertThat(answer.get().header("Retry-After")).isEqualTo("2");
                    }
                    fresh += created && answer.get().header("Idempotency-Replayed") == null ? 1 : 0;
                }
                assertThat(fresh).isEqualTo(1);
                assertThat(notes(text)).isEqualTo(1);
            }
        }

        @Test
        void aRestResponseIsKeptToo() {
            String key = key();
            String text = key();
            Response first =
                    as(BUYER).header("Idempotency-Key", key).body(note(text)).post("/v1/rest-notes");
            Response second =
                    as(BUYER).header("Idempotency-Key", key).body(note(text)).post("/v1/rest-notes");
            assertThat(first.statusCode()).isEqualTo(202);
            assertThat(second.statusCode()).isEqualTo(202);
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(second.asString()).isEqualTo(first.asString());
        }

        @Test
        void aStreamedBodyIsKnownAgainByEveryByte() {
            String key = key();
            String text = key();
            byte[] body = new byte[3 << 20];
            assertThat(upload(key, text, body).statusCode()).isEqualTo(200);
            assertThat(upload(key, text, body).header("Idempotency-Replayed")).isEqualTo("true");
            body[body.length - 1] = 1;
            assertProblem(upload(key, text, body), 422, "idempotency-key-reused");
        }

        @Test
        void aMissingKeyIsAskedFor() {
            Response answer = as(BUYER).body(note(key())).post("/v1/notes");
            assertProblem(answer, 400, "invalid-request");
            assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo("Idempotency-Key");
        }

        @ParameterizedTest
        @CsvSource({"1, 201", "200, 201", "201, 400"})
        void aKeyHas1To200Characters(int length, int status) {
            String key = (UUID.randomUUID() + "x".repeat(200)).substring(0, length);
            String own =
                    length == 1 ? TestTokens.of("buyer-" + UUID.randomUUID(), Map.of(), Roles.AGENCY_BUYER) : BUYER;
            assertThat(add(own, key, key()).statusCode()).isEqualTo(status);
        }

        @Test
        void aKeyThatIsNotPrintableIsRefused() {
            assertProblem(add(BUYER, "schlüssel", key()), 400, "invalid-request");
            assertProblem(add(BUYER, "  ", key()), 400, "invalid-request");
        }

        private Response upload(String key, String text, byte[] body) {
            return given().auth()
                    .oauth2(BUYER)
                    .header("Idempotency-Key", key)
                    .contentType("text/csv")
                    .body(body)
                    .post("/v1/imports?text=" + text);
        }
    }

    @Nested
    @DisplayName("Answers can be kept on the caller's own connection")
    class HotPath {
        @Test
        void anAnswerIsStoredOnceAndFoundAgain() throws SQLException {
            String key = key();
            StoredAnswer answer = new StoredAnswer(new byte[32], 202, Map.of("Location", "/v1/orders/1"), "{\"a\":1}");
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                assertThat(requests.find(connection, "me", key)).isEmpty();
                assertThat(requests.store(connection, "me", key, answer)).isTrue();
                connection.commit();
                assertThat(requests.store(connection, "me", key, answer)).isFalse();
                StoredAnswer found = requests.find(connection, "me", key).orElseThrow();
                assertThat(found.status()).isEqualTo(202);
                assertThat(found.headers()).isEqualTo(Map.of("Location", "/v1/orders/1"));
                assertThat(found.body()).isEqualTo("{\"a\":1}");
                connection.rollback();
            }
        }

        @Test
        void answersOlderThanTheRetentionAreForgotten() throws SQLException {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                requests.store(connection, "me", key(), new StoredAnswer(new byte[32], 200, Map.of(), null));
                Instant now = Instant.now();
                assertThat(requests.forgetBefore(connection, now)).isZero();
                assertThat(requests.forgetBefore(
                                connection,
                                now.plus(IdempotentRequests.RETENTION).plusSeconds(60)))
                        .isPositive();
                connection.rollback();
            }
        }

        @Test
        void aKeyThatAnotherProcessHandlesIsNotWaitedFor() throws SQLException {
            String key = key();
            try (Connection other = database.getConnection()) {
                other.setAutoCommit(false);
                assertThat(requests.lock(other, "buyer-1", key)).isTrue();
                assertThat(requests.reserve(other, "buyer-1", key)).isTrue();
                assertProblem(add(BUYER, key, key()), 409, "request-in-flight");
                other.rollback();
            }
            assertThat(add(BUYER, key, key()).statusCode()).isEqualTo(201);
        }

        @Test
        void plainTransactionsWorkOutsideOfJta() {
            assertThat(given().get("/v1/plain-jdbc").asString()).isEqualTo("rolled back");
        }
    }

    @Nested
    @DisplayName("Callers are who their tokens say")
    class Callers {
        @Test
        void aTokenBindsToItsAgency() {
            UUID agency = UUID.randomUUID();
            String token =
                    TestTokens.of("erp", Map.of("agency_id", agency.toString()), Roles.AGENCY_BUYER, Roles.AUDITOR);
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
        void aRememberedTokenIsRefusedOnceItHasExpired() throws InterruptedException {
            String token = TestTokens.endingAt(Instant.now().plusSeconds(2), "b", Roles.AGENCY_BUYER);
            Instant deadline = Instant.now().plusSeconds(30);
            while (given().auth().oauth2(token).get("/v1/caller").statusCode() == 200) {
                assertThat(Instant.now()).as("still taken").isBefore(deadline);
                Thread.sleep(100);
            }
            assertProblem(given().auth().oauth2(token).get("/v1/caller"), 401, "unauthenticated");
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
            assertProblem(
                    given().contentType("application/json").body("{oops").post("/v1/notes"), 401, "unauthenticated");
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

    @Nested
    @DisplayName("Every request has an id")
    class Ids {
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

    @Nested
    @DisplayName("The shared configuration holds in an application that brings none")
    class SharedConfiguration {
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

    private long notes(String text) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement("select count(*) from note where text = ?")) {
            count.setString(1, text);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static InputStream tenMegabytes() {
        return new ByteArrayInputStream(" ".repeat(10 << 20).getBytes(StandardCharsets.US_ASCII));
    }

    private static Response add(String token, String key, String text) {
        return as(token).header("Idempotency-Key", key).body(note(text)).post("/v1/notes");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String note(String text) {
        return "{\"text\":\"" + text + "\"}";
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void assertProblem(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/" + slug);
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
    }
}
