package org.opencmas.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.journal.ServiceFixture.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.ServiceFixture;
import org.opencmas.journal.entry.NumberedEntry;

@DisplayName("An edit of the journal past the database's guards breaks the chain, and the verifier says where")
final class JournalVerifierTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private ServiceFixture service;

    @BeforeEach
    void recordFiveEvents() throws Exception {
        service = new ServiceFixture(1);
        service.record(event("a", 1), event("a", 2), event("a", 3));
        service.record(new NewEvent(
                "cmas.orders",
                "b",
                1,
                "order.issued.v1",
                "{\"name\" :\t\"L\u00f3pez \\u0026 S\u00f8n\",  \"n\": {\"a\":[1, 2.50]}}"));
        service.record(event("a", 4));
    }

    @AfterEach
    void close() throws Exception {
        service.close();
    }

    @Test
    void anUntouchedJournalHolds() {
        assertThat(verify(service.databaseUrl)).startsWith("0: The chain holds: 5 entries, last hash ");
    }

    @Test
    void oneThatWasFilledBeforeAMigrationHoldsAfterItAndGoesOn() throws Exception {
        try (ServiceFixture older = ServiceFixture.before(6)) {
            older.record(event("a", 1), event("a", 2));
            older.record(event("b", 1));
            older.migrate(6, Integer.MAX_VALUE);
            older.record(event("a", 3));

            assertThat(verify(older.databaseUrl)).startsWith("0: The chain holds: 4 entries, last hash ");
            assertThat(older.feed()).extracting(NumberedEntry::position).containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-26T00:00:00Z",
                "2026-11-26T10:20:30.100Z",
                "2026-11-26T10:20:30.012Z",
                "2026-11-26T10:20:30.000001Z",
                "2026-11-26T10:20:30.123450Z"
            })
    void anInstantIsReadBackAsItWasDigested(String instant) throws Exception {
        Clock fixed = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
        try (Connection connection = service.dataSource.getConnection()) {
            new Journal(service.dataSource, null, fixed, service.wakeUp, service.justCommitted)
                    .append(connection, ServiceFixture.ACTOR, List.of(event("c", 1)));
        }
        assertThat(verify(service.databaseUrl)).startsWith("0: The chain holds: 6 entries");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a changed payload | update journal set payload = '{\"version\":20}' where event_id = (select event_id from journal_order where position = 2) | Broken at position 2",
                "another actor | update journal set actor = 'nobody' where event_id = (select event_id from journal_order where position = 4) | Broken at position 4",
                "a deleted entry | delete from journal_order where position = 3 | Broken: position 3 is missing; 4 follows 2.",
                "a blank more | update journal set payload = replace(payload, ':', ': ') where event_id = (select event_id from journal_order where position = 1) | Broken at position 1"
            })
    void aTouchedOneBreaksWhereItWasTouched(String what, String edit, String found) throws Exception {
        service.execute("set session_replication_role = replica; " + edit + "; reset session_replication_role");
        assertThat(verify(service.databaseUrl)).startsWith("1: " + found);
    }

    @Test
    void aWriterThatHandsOverAWrongDigestIsFound() throws Exception {
        service.execute("""
                insert into journal (event_id, topic, aggregate_id, aggregate_version, event_type, occurred_at, actor, payload,
                    digest)
                values (gen_random_uuid(), 'cmas.orders', 'c', 1, 'order.issued.v1', now(), 'somebody', '{}',
                    sha256('something else'))""");
        assertThat(verify(service.databaseUrl)).startsWith("1: Broken at position 6");
    }

    @Test
    void theFeedShowsAllThatIsNeededToVerifyItFromOutside() throws Exception {
        HttpServer server = serveFeed();
        try {
            URI feed = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/feed");
            assertThat(verify(feed.toString(), "token")).isEqualTo(verify(service.databaseUrl));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatCannotBeReadIsToldApartFromWhatIsBroken() {
        assertThat(verify("jdbc:postgresql://127.0.0.1:1/nothing")).startsWith("2: The journal cannot be read");
        assertThat(verify()).startsWith("2: usage");
    }

    private HttpServer serveFeed() throws IOException {
        FeedResource resource = new FeedResource(service.dataSource, service.settings);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/feed", exchange -> {
            String after = exchange.getRequestURI().getQuery().replaceAll(".*after=(\\d+).*", "$1");
            try {
                byte[] page = JSON.writeValueAsString(resource.feed(Long.parseLong(after), 2))
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            } catch (SQLException e) {
                exchange.sendResponseHeaders(500, -1);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String verify(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = JournalVerifier.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return exitCode + ": " + out.toString(StandardCharsets.UTF_8).strip();
    }
}
