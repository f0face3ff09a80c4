package org.opencmas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The pages on security name tests that there are, and every requirement once")
class AsvsPageTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]*Test)[`.]");
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| [12] \\| (met|in part|no|none|provider|operator) \\| \\S.* \\|$");
    /** Requirements of levels 1 and 2 of version 5.0.0. */
    private static final int REQUIREMENTS = 253;

    @ParameterizedTest
    @ValueSource(strings = {"docs/asvs.md", "docs/threats.md", "docs/operations.md"})
    void theTestsThatAreNamedAreThere(String page) throws IOException {
        Set<String> named = TEST.matcher(Files.readString(ROOT.resolve(page)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isNotEmpty();
        assertThat(classes()).containsAll(named);
    }

    @Test
    void everyRequirementIsAnsweredOnce() throws IOException {
        assertThat(ROW.matcher(Files.readString(ROOT.resolve("docs/asvs.md")))
                        .results()
                        .map((MatchResult found) -> found.group(1)))
                .hasSize(REQUIREMENTS)
                .doesNotHaveDuplicates();
    }

    private static Set<String> classes() throws IOException {
        Set<String> classes = new HashSet<>();
        for (Path folder : folders()) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .forEach(name -> classes.add(name.replace(".java", "")));
            }
        }
        return classes;
    }

    /** Those of the modules, which lie one or two folders deep. */
    private static List<Path> folders() throws IOException {
        try (Stream<Path> modules = Files.walk(ROOT, 2)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }
}
