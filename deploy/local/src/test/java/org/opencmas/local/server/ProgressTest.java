package org.opencmas.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.Eventually;

class ProgressTest {
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
        Eventually.within(Eventually.PATIENCE, () -> assertThat(lines()).contains(text));
    }

    private String lines() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
