package org.opencmas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The overview pages name every decision and every module")
class DecisionsPageTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path DECISIONS = ROOT.resolve("docs/adr");

    @Test
    void everyNumberHasOneRowInOrder() throws IOException {
        List<Integer> numbers = found("(?m)^\\| (\\d{4}) \\|", DECISIONS.resolve("README.md"))
                .map(row -> Integer.parseInt(row.group(1)))
                .toList();

        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void aRowSaysWhatTheHeadingOfItsPageSays() throws IOException {
        List<String> wanted = new ArrayList<>();
        try (Stream<Path> pages = Files.list(DECISIONS)) {
            for (Path page : pages.sorted().toList()) {
                String file = page.getFileName().toString();
                if (!file.equals("README.md")) {
                    String heading = found("\\A# " + Integer.parseInt(file.substring(0, 4)) + "\\. (.+)\\n", page)
                            .map(title -> title.group(1))
                            .findFirst()
                            .orElse("no heading \"# <number>. <decision>\"");
                    wanted.add("| %s | [%s](%s) |".formatted(file.substring(0, 4), heading, file));
                }
            }
        }

        assertThat(found("(?m)^\\| \\d{4} \\| \\[.*$", DECISIONS.resolve("README.md"))
                        .map(MatchResult::group))
                .containsExactlyElementsOf(wanted);
    }

    @Test
    void theLayoutNamesEveryModule() throws IOException {
        String layout = Files.readString(ROOT.resolve("README.md")).split("## Layout", 2)[1];

        assertThat(found("<module>(?:.*/)?(.+)</module>", ROOT.resolve("pom.xml"))
                        .map(module -> module.group(1)))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(layout).contains(module));
    }

    private static Stream<MatchResult> found(String pattern, Path page) throws IOException {
        return Pattern.compile(pattern).matcher(Files.readString(page)).results();
    }
}
