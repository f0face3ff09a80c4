package org.opencmas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A kind of problem has one status, whichever service tells it")
class ProblemSlugsTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern REFUSED =
            Pattern.compile("new (Conflict|RefusedByRule)\\(\\s*\"([a-z]+(?:-[a-z]+)+)\"");

    @Test
    void noneIsAConflictHereAndARulesRefusalThere() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : (Iterable<Path>) files.filter(ProblemSlugsTest::isMainCode)::iterator) {
                REFUSED.matcher(Files.readString(file))
                        .results()
                        .forEach(refusal -> told.computeIfAbsent(refusal.group(2), slug -> new TreeSet<>())
                                .add(refusal.group(1)));
            }
        }
        assertThat(told).hasSizeGreaterThan(50);
        assertThat(told).allSatisfy((slug, kinds) -> assertThat(kinds).as(slug).hasSize(1));
    }

    private static boolean isMainCode(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && path.contains("/src/main/java/") && !path.contains("/target/");
    }
}
