package org.opencmas.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.http.Cursor;
import org.opencmas.http.TestDatabase;
import org.opencmas.http.TestTicker;
import org.opencmas.http.TestTokens;
import org.opencmas.limit.Visitors;
import org.opencmas.terms.Roles;
import org.opencmas.testkit.Eventually;

/**
 * Each test sends from a loopback address, or as a client, of its own: what is used up here is missed by no other test. The time
 * that allowances grow with is held, so that it does not matter how long the machine takes for the requests.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@DisplayName("A client that sends more than its share is told to wait, and nobody else is")
class RequestRatesTest {
    /** As this module's tests are configured. */
    private static final int BURST = 600;

    private static final int AT_ONCE = 150;
    /** Of the notes behind the last: an answer that does not grow with what other tests keep. */
    private static final String PUBLIC =
            "GET /v1/notes?limit=1&cursor=" + Cursor.of(Integer.toString(Integer.MAX_VALUE)) + " HTTP/1.1";

    private static final int BAD_TOKENS = 60;
    private static final Duration SOON = Eventually.PATIENCE;

    @TestHTTPResource
    URI address;

    @BeforeEach
    void theTimeIsHeld() {
        TestTicker.hold();
    }

    @AfterEach
    void theTimeGoesOn() {
        TestTicker.release();
    }

    @Test
    void anonymousRequestsFromOneAddressHaveALimit() throws IOException {
        try (Connection hasty = new Connection("127.0.0.71");
                Connection calm = new Connection("127.0.0.72")) {
            List<Answer> answers = hasty.send(PUBLIC, BURST + 1);
            assertThat(answers.subList(0, BURST)).allMatch(answer -> answer.status == 200);
            Answer refused = answers.getLast();
            assertThat(refused.status).isEqualTo(429);
            assertThat(refused.headers).containsEntry("retry-after", "1");
            assertThat(refused.headers).containsEntry("content-type", "application/problem+json");
            assertThat(refused.body).contains("/problems/too-many-requests").contains("50 requests a second");
            assertThat(calm.send(PUBLIC, 1).getFirst().status).isEqualTo(200);
            TestTicker.release();
            Eventually.within(
                    SOON,
                    () -> assertThat(hasty.send(PUBLIC, 1).getFirst().status).isEqualTo(200));
        }
    }

    @Test
    void visitorsOfTheConsoleAreCountedEachByItself() throws IOException {
        Visitors console = new Visitors("a-secret-of-the-tests-of-32-characters");
        String hasty = PUBLIC + "\r\nX-CMAS-Visitor: " + console.word("198.51.100.7", Instant.now());
        String calm = PUBLIC + "\r\nX-CMAS-Visitor: " + console.word("198.51.100.8", Instant.now());
        String forged = PUBLIC + "\r\nX-CMAS-Visitor: "
                + new Visitors("another-secret-of-32-characters-or-more").word("198.51.100.9", Instant.now());
        try (Connection all = new Connection("127.0.0.79")) {
            assertThat(all.send(hasty, BURST + 1).getLast().status).isEqualTo(429);
            assertThat(all.send(calm, 1).getFirst().status).isEqualTo(200);
            assertThat(all.send(PUBLIC, 1).getFirst().status).isEqualTo(200);
            assertThat(all.send(forged, BURST).getLast().status)
                    .as("the connection's own allowance")
                    .isEqualTo(429);
            assertThat(all.send(PUBLIC, 1).getFirst().status).isEqualTo(429);
        }
    }

    @Test
    void aTokenThatIsNotLookedAtMakesNobodyAnotherClient() throws IOException {
        try (Connection hasty = new Connection("127.0.0.73")) {
            List<Answer> answers = hasty.send(PUBLIC + "\r\nAuthorization: Bearer made-up", BURST + 1);
            assertThat(answers.getLast().status).isEqualTo(429);
        }
    }

    @Test
    void aClientIsCountedWithAllItsTokensAndAddresses() throws IOException {
        String one = TestTokens.of("hasty-client", Map.of("n", 1), Roles.AGENCY_BUYER);
        String other = TestTokens.of("hasty-client", Map.of("n", 2), Roles.AGENCY_BUYER);
        String calm = TestTokens.of("calm-client", Map.of(), Roles.AGENCY_BUYER);
        try (Connection here = new Connection("127.0.0.74");
                Connection there = new Connection("127.0.0.75")) {
            assertThat(here.send(put(one), 1).getFirst().status).isEqualTo(428);
            assertThat(there.send(put(other), 1).getFirst().status).isEqualTo(428);
            assertThat(there.send(put(calm), 1).getFirst().status).isEqualTo(428);
            assertThat(here.send(get(one), BURST)).allMatch(answer -> answer.status == 200);
            assertThat(there.send(get(other), 1).getFirst().status).isEqualTo(429);
            assertThat(there.send(get(calm), 1).getFirst().status).isEqualTo(200);
        }
    }

    @Test
    void afterManyBadTokensOnlyKnownOnesAreTakenFromTheirAddress() throws IOException {
        String known = TestTokens.of("known-client", Map.of(), Roles.AGENCY_BUYER);
        String unknown = TestTokens.of("unknown-client", Map.of(), Roles.AGENCY_BUYER);
        try (Connection guessing = new Connection("127.0.0.76");
                Connection elsewhere = new Connection("127.0.0.77")) {
            assertThat(guessing.send(put(known), 1).getFirst().status).isEqualTo(428);
            List<Answer> answers = guessing.send(put("nonsense"), BAD_TOKENS + 40);
            assertThat(answers.subList(0, BAD_TOKENS)).allMatch(answer -> answer.status == 401);
            Answer refused = answers.getLast();
            assertThat(refused.status).isEqualTo(429);
            assertThat(refused.headers).containsKey("retry-after");
            assertThat(guessing.send(put(unknown), 1).getFirst().status).isEqualTo(429);
            assertThat(guessing.send(put(known), 1).getFirst().status).isEqualTo(428);
            assertThat(guessing.send(PUBLIC, 1).getFirst().status).isEqualTo(200);
            assertThat(elsewhere.send(put(unknown), 1).getFirst().status).isEqualTo(428);
        }
    }

    @Test
    void aClientHasOnlySoManyRequestsInFlight() throws IOException {
        String busy = TestTokens.of("busy-client", Map.of(), Roles.AGENCY_BUYER);
        List<Connection> open = new ArrayList<>();
        try (Connection first = new Connection("127.0.0.78")) {
            assertThat(first.send(put(busy), 1).getFirst().status).isEqualTo(428);
            for (int i = 0; i < AT_ONCE; i++) {
                Connection waiting = new Connection("127.0.0.78");
                open.add(waiting);
                waiting.begin(put(busy), 100, "{");
            }
            Eventually.within(
                    SOON,
                    () -> assertThat(first.send(get(busy), 1).getFirst().body)
                            .contains(AT_ONCE + " requests in flight"));
            for (Connection waiting : open) {
                waiting.close();
            }
            Eventually.within(
                    SOON,
                    () -> assertThat(first.send(get(busy), 1).getFirst().status).isEqualTo(200));
        } finally {
            for (Connection waiting : open) {
                waiting.close();
            }
        }
    }

    private static String put(String token) {
        return "PUT /v1/notes/1 HTTP/1.1\r\nContent-Type: application/json\r\nAuthorization: Bearer " + token;
    }

    private static String get(String token) {
        return "GET /v1/caller HTTP/1.1\r\nAuthorization: Bearer " + token;
    }

    /** @param headers by their names in small letters */
    private record Answer(int status, Map<String, String> headers, String body) {}

    /** One connection that stays open, from an address of the test's choice. */
    private final class Connection implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader answers;

        Connection(String from) throws IOException {
            socket = new Socket(InetAddress.getByName("127.0.0.1"), address.getPort(), InetAddress.getByName(from), 0);
            socket.setSoTimeout(Math.toIntExact(SOON.toMillis()));
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        List<Answer> send(String head, int times) throws IOException {
            String body = head.startsWith("PUT") ? "{\"text\":\"x\"}" : "";
            List<Answer> received = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                begin(head, body.length(), body);
                received.add(read());
            }
            return received;
        }

        /** Sends a request whose body may be shorter than it says. */
        void begin(String head, int length, String body) throws IOException {
            String request = head + "\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        }

        private Answer read() throws IOException {
            int status = Integer.parseInt(answers.readLine().substring(9, 12));
            Map<String, String> headers = new TreeMap<>();
            for (String line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            char[] body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
            for (int got = 0; got < body.length; ) {
                got += answers.read(body, got, body.length - got);
            }
            return new Answer(status, headers, new String(body));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
