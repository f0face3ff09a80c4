package org.opencmas.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    @DisplayName("What is not ready yet is waited for, and called ready only once it is")
    void tellsWhatIsWaitedFor() {
        try (var progress =
                new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), Duration.ofMillis(20))) {
            progress.during("order", "order ready on port 8082", () -> {
                awaitPrinted("waiting for order");
                assertThat(lines()).doesNotContain("ready");
            });
        }
        assertThat(lines()).contains("order ready on port 8082 (");
    }

    private void awaitPrinted(String text) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!lines().contains(text)) {
            assertThat(System.nanoTime()).as("printed: %s", lines()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private String lines() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
