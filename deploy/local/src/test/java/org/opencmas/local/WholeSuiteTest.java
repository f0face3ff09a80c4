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
    @DisplayName(
            "The whole suite starts, takes the sample data, holds every step of the walk twice and the README's, and stops")
    void walksTheStory() throws Exception {
        try (var progress = new Progress(System.out)) {
            var stack = new Stack(Path.of("../.."), home, Ports.free(), progress);
            try {
                stack.start();
                var demo = new Demo(DemoSteps.all(), System.out);
                assertThat(demo.run(stack.endpoints())).isTrue();
                assertThat(demo.run(stack.endpoints())).as("again on kept data").isTrue();
                assertThat(new ReadmeWalk(Path.of("../../README.md")).run(stack.endpoints()))
                        .contains("3-16-70-3298A")
                        .contains("\"decision\":\"RETURN\"", "CON-PRICE-CEILING", "106.33")
                        .contains("HTTP/1.1 201", "\"state\":\"ISSUED\"")
                        .contains("\"base\":\"4253.20\"", "\"fee\":\"53.165")
                        .endsWith("exit code 0");
            } finally {
                stack.stop();
            }
            for (Server server : Server.values()) {
                assertThat(stack.process(server)).as(server.label()).isEmpty();
            }
        }
    }
}
