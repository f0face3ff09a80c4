package org.opencmas.testkit.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName(
        "No test is red because the machine is slow: what work costs is counted, and what is sure to come is waited for")
class TimedAssertionsTest {
    private static final Path ROOT = Path.of("../..");
    private static final String KIT = "platform/test-kit/src/";

    /** Where such a thing stands for a reason. */
    private static final Map<String, String> EXPECTED = Map.of(
            KIT + "main/java/org/opencmas/testkit/Eventually.java",
            "the one place that waits until a deadline",
            KIT + "main/java/org/opencmas/testkit/cost/HangGuard.java",
            "the guard that tests are given",
            KIT + "main/java/org/opencmas/testkit/event/TopicProbe.java",
            "reads a topic until a deadline",
            KIT + "main/java/org/opencmas/testkit/fault/HalfSentBody.java",
            "reads an answer until a deadline",
            KIT + "test/java/org/opencmas/testkit/TestKitTest.java",
            "shows what a deadline that passes says",
            KIT + "test/java/org/opencmas/testkit/TestInfrastructureTest.java",
            "shows what a deadline that passes says",
            KIT + "test/java/org/opencmas/testkit/cost/TimedAssertions.java",
            "names what it looks for",
            KIT + "test/java/org/opencmas/testkit/cost/TimedAssertionsTest.java",
            "shows what is found",
            "platform/http-conventions/src/test/java/org/opencmas/http/TestTicker.java",
            "the time of the service, which a test can hold");

    @Test
    void noTestIsTimed() throws IOException {
        List<String> found = new ArrayList<>();
        var met = new TreeSet<String>();
        for (Path file : tests()) {
            String name = ROOT.relativize(file).toString().replace('\\', '/');
            List<String> here = TimedAssertions.in(name, Files.readString(file));
            if (EXPECTED.containsKey(name)) {
                if (!here.isEmpty()) {
                    met.add(name);
                }
            } else {
                found.addAll(here);
            }
        }
        assertThat(found).isEmpty();
        assertThat(met).as("exceptions that are still needed").containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assertTimeout(Duration.ofSeconds(30), () -> read());",
                "assertTimeoutPreemptively(SOON, () -> read());",
                "@Timeout(90)",
                "@Timeout(value = 5, unit = TimeUnit.MINUTES)",
                "long before = System.nanoTime();",
                "long before = System.currentTimeMillis();",
                "assertThat(Duration.between(begun, Instant.now())).isLessThan(SOON);",
                "Duration worked = ProcessHandle.current().info().totalCpuDuration().orElseThrow();",
                "long worked = threads.getCurrentThreadCpuTime();",
                "assertThat(answer.time()).isLessThan(3_000);",
                "answer.then().time(lessThan(3_000L));",
                "Eventually.within(\n    Duration.ofSeconds(20), () -> get().statusCode(200));",
                "assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();",
                "approval.get(20, SECONDS).statusCode(200);",
                "probe.awaitOne(\"cmas.orders\", \"order.issued.v1\", id, Duration.ofSeconds(30));",
                "assertThat(body.status(Duration.ofSeconds(20))).isEqualTo(408);",
                "private static final Duration SOON = Duration.ofSeconds(10);",
                "private static final long PROMPT_MILLIS = 9_000;",
            })
    void whatIsTimedIsFoundInOneSentence(String line) {
        assertThat(TimedAssertions.in("FooTest.java", "class FooTest {\n" + line))
                .singleElement()
                .asString()
                .startsWith("FooTest.java:2 ")
                .contains("which a slow machine makes red: ")
                .endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eventually.within(Eventually.PATIENCE, () -> get().statusCode(200));",
                "assertThat(taken.await(Eventually.PATIENCE.toMinutes(), TimeUnit.MINUTES)).isTrue();",
                "private static final Duration SOON = Eventually.PATIENCE;",
                "clock.advance(Duration.ofSeconds(1));",
                "assertThat(wakeUp.await(Duration.ofMillis(50))).isFalse();",
                "assertThat(PacificMoments.time(stored)).isEqualTo(time);",
                "assertThat(limit.maxAge()).isLessThan(Duration.ofSeconds(31));",
                "assertThat(rowsRead).isLessThan(1_001);",
            })
    void whatIsCountedOrWaitedForIsNot(String line) {
        assertThat(TimedAssertions.in("FooTest.java", line)).isEmpty();
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> {
                        String path = file.toString().replace('\\', '/');
                        return path.contains("/src/test/java/") || path.contains(KIT + "main/");
                    })
                    .sorted()
                    .toList();
        }
    }
}
