package org.opencmas.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs the four services built, as they are when the whole project is built; says so in one line when they are not. */
class WholeSuiteTest {
    @TempDir
    Path home;

    @Test
    @DisplayName("The whole suite starts, takes the sample data, holds every step of the walk twice, and stops")
    void walksTheStory() {
        try (var progress = new Progress(System.out)) {
            var stack = new Stack(Path.of("../.."), home, Ports.free(), progress);
            try {
                stack.start();
                var demo = new Demo(DemoSteps.all(), System.out);
                assertThat(demo.run(stack.endpoints())).isTrue();
                assertThat(demo.run(stack.endpoints())).as("again on kept data").isTrue();
            } finally {
                stack.stop();
            }
            for (Server server : Server.values()) {
                assertThat(stack.process(server)).as(server.label()).isEmpty();
            }
        }
    }
}
