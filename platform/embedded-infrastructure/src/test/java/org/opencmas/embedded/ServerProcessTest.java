package org.opencmas.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
    @TempDir
    Path directory;

    @Test
    @DisplayName("A process that ends early is told with the end of its log")
    void tellsAnEarlyEnd() {
        ServerProcess process = start("echo the disk is full; exit 3");

        assertThatThrownBy(() -> process.awaitReady(Duration.ofSeconds(10), () -> false))
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

        Files.writeString(pidFile(), process.pid() + " " + (System.currentTimeMillis() - 3_600_000));
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
