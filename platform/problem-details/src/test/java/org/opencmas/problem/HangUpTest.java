package org.opencmas.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.testkit.Eventually;

@QuarkusTest
@DisplayName("A client that hangs up is no failure of the service: nothing of it is logged as one")
class HangUpTest {
    private static final int TIMES = 10;

    @TestHTTPResource
    URI address;

    private final List<LogRecord> warnings = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                warnings.add(entry);
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            in the middle of its body               | POST /v1/hang-ups          | 1000
            while a thread works on its answer      | GET /v1/hang-ups/blocking  | 0
            while its answer waits for something    | GET /v1/hang-ups/waiting   | 0
            before it is sent a long answer         | GET /v1/hang-ups/long      | 0
            before it is refused                    | GET /v1/hang-ups/failing   | 0
            """)
    void isNotLoggedAsAFailure(String when, String line, int announced) throws IOException {
        int before = HangUpProbeResource.ANSWERED.get();
        for (int i = 0; i < TIMES; i++) {
            hangUp(line, announced);
        }
        if (announced == 0) {
            await(() -> HangUpProbeResource.ANSWERED.get() == before + TIMES);
        }
        // The next request comes after those of before, on connections of its own.
        assertThat(answer("GET /v1/never-heard-of")).startsWith("HTTP/1.1 404");
        assertThat(warnings).extracting(LogRecord::getMessage).as(when).isEmpty();
    }

    private void hangUp(String line, int announced) throws IOException {
        int begun = HangUpProbeResource.BEGUN.get();
        try (Socket connection = new Socket(address.getHost(), address.getPort())) {
            String body = announced == 0 ? "" : "{\"lines\":[";
            connection
                    .getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                    + announced + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            if (announced == 0) {
                await(() -> HangUpProbeResource.BEGUN.get() > begun);
            }
            // Not a close but a reset, as of a process that is killed.
            connection.setSoLinger(true, 0);
        }
    }

    private String answer(String line) throws IOException {
        try (Socket connection = new Socket(address.getHost(), address.getPort())) {
            connection
                    .getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void await(BooleanSupplier condition) {
        Eventually.within(
                Eventually.PATIENCE, () -> assertThat(condition.getAsBoolean()).isTrue());
    }
}
