package org.opencmas.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    /** Three minutes of them: a guard against a hang and not a claim. */
    private static final int MOST_LOOKS = 3_600;

    @TempDir
    Path directory;

    @Test
    @DisplayName("A process that ends early is told with the end of its log")
    void tellsAnEarlyEnd() {
        ServerProcess process = start("echo the disk is full; exit 3");

        assertThatThrownBy(() -> process.awaitReady(Duration.ofMinutes(3), () -> false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Sample ended before it was ready")
                .hasMessageContaining("the disk is full");
        assertThat(pidFile()).doesNotExist();
    }

    @Test
    @DisplayName("A process that is not ready in time is stopped")
    void stopsAProcessThatIsNotReadyInTime() {
        ServerProcess process = start("sleep 60");

        assertThatThrownBy(() -> process.awaitReady(Duration.ofMillis(200), () -> false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("was not ready within");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    @DisplayName("A pid that another process has by now is not taken for ours")
    void doesNotAdoptAStranger() throws Exception {
        ServerProcess process = start("sleep 60");
        assertThat(attach()).isTrue();

        Files.writeString(
                pidFile(),
                process.pid() + " " + Instant.now().minus(Duration.ofHours(1)).toEpochMilli());
        assertThat(attach()).isFalse();
        process.kill();
    }

    @Test
    @DisplayName("An empty pid file, as a crash leaves it, names nobody")
    void survivesAnEmptyPidFile() throws Exception {
        Files.writeString(pidFile(), "");
        assertThat(attach()).isFalse();
    }

    @Test
    @DisplayName("Stop asks first and uses force after the grace period")
    void usesForceAfterTheGracePeriod() {
        ServerProcess process = start("trap '' TERM; while true; do sleep 0.1; done");
        ServerProcess.pause(Duration.ofMillis(300));

        process.stop(Duration.ofMillis(300));
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    @DisplayName("A JSON log entry is shown as level, message and causes")
    void showsAJsonEntryReadably() {
        String entry = """
                {"timestamp":"2026-01-01T00:00:00Z","level":"ERROR","message":"Failed to \\"start\\"","exception":{"refId":1,\
                "exceptionType":"java.lang.RuntimeException","message":"no database","frames":[]}}""";

        assertThat(ServerProcess.readable(entry))
                .isEqualTo("ERROR Failed to \\\"start\\\" <- java.lang.RuntimeException: no database");
        assertThat(ServerProcess.readable("{\"level\":\"ERROR\",\"message\":\"" + "x\\n".repeat(50_000) + "\"}"))
                .startsWith("ERROR x")
                .hasSizeLessThan(500);
        assertThat(ServerProcess.readable("LOG:  ready")).isEqualTo("LOG:  ready");
    }

    @Test
    @DisplayName("A kept process that ends by itself is started again, with a line in its log")
    void startsAKeptProcessAgain() throws IOException {
        ServerProcess first = startKept("if [ -e again ]; then exec sleep 60; fi; touch again; sleep 1; exit 3");
        long firstPid = first.pid();
        ServerProcess second = awaitPidOtherThan(firstPid);

        assertThat(first.isAlive()).isFalse();
        assertThat(Files.readString(directory.resolve("sample.log")))
                .contains("Sample ended by itself (exit code 3); it is started again, time 1 of 5");
        second.stop(Duration.ofSeconds(5));
        assertThat(attach()).isFalse();
    }

    @Test
    @DisplayName("A kept process that was told to end, was killed or failed otherwise stays away")
    void leavesAKeptProcessThatWasEnded() {
        ServerProcess told = startKept("sleep 60");
        told.stop(Duration.ofSeconds(5));
        ServerProcess.pause(Duration.ofMillis(500));
        assertThat(attach()).isFalse();

        ServerProcess killed = startKept("exec sleep 60");
        killed.kill();
        ServerProcess.pause(Duration.ofMillis(500));
        assertThat(attach()).isFalse();

        awaitEnd(startKept("sleep 0.3; exit 1"));
        ServerProcess.pause(Duration.ofMillis(500));
        assertThat(attach()).isFalse();

        awaitEnd(startKept("sleep 0.3; exit 3", Duration.ofMinutes(3)));
        ServerProcess.pause(Duration.ofMillis(500));
        assertThat(attach()).isFalse();
    }

    @Test
    @DisplayName("A kept process that ends again and again is given up")
    void givesUpAKeptProcess() throws IOException {
        startKept("sleep 0.3; exit 3");
        for (int look = 0; look < MOST_LOOKS && !log().contains("is not started any more"); look++) {
            ServerProcess.pause(BETWEEN_LOOKS);
        }
        assertThat(log()).contains("is not started any more");
        assertThat(log()).contains("time 5 of 5").doesNotContain("time 6");
        assertThat(attach()).isFalse();
    }

    private static void awaitEnd(ServerProcess process) {
        for (int look = 0; look < MOST_LOOKS && process.isAlive(); look++) {
            ServerProcess.pause(BETWEEN_LOOKS);
        }
        assertThat(process.isAlive()).isFalse();
    }

    private ServerProcess awaitPidOtherThan(long pid) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            Optional<ServerProcess> found = ServerProcess.attach("Sample", directory.resolve("sample.log"), pidFile())
                    .filter(process -> process.pid() != pid);
            if (found.isPresent()) {
                return found.get();
            }
            ServerProcess.pause(BETWEEN_LOOKS);
        }
        throw new AssertionError("not started again");
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("sample.log"));
    }

    private ServerProcess startKept(String script) {
        return startKept(script, Duration.ZERO);
    }

    private ServerProcess startKept(String script, Duration startTime) {
        return ServerProcess.startKept(
                "Sample",
                List.of("sh", "-c", "cd " + directory + " && " + script),
                Map.of(),
                directory.resolve("sample.log"),
                pidFile(),
                startTime);
    }

    private ServerProcess start(String script) {
        return ServerProcess.start(
                "Sample", List.of("sh", "-c", script), Map.of(), directory.resolve("sample.log"), pidFile());
    }

    private boolean attach() {
        return ServerProcess.attach("Sample", directory.resolve("sample.log"), pidFile())
                .isPresent();
    }

    private Path pidFile() {
        return directory.resolve("sample.pid");
    }
}
