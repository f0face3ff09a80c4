package org.opencmas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        List<String> rows = found("(?m)^\\| \\d{4} \\| \\[.*$", DECISIONS.resolve("README.md"))
                .map(MatchResult::group)
                .toList();
        List<Path> pages;
        try (Stream<Path> files = Files.list(DECISIONS)) {
            pages = files.filter(file -> !file.endsWith("README.md")).toList();
        }

        assertThat(rows).hasSameSizeAs(pages);
        for (Path page : pages) {
            String row = row(page);
            if (!rows.contains(row)) {
                fail("docs/adr/README.md has no row \"%s\".".formatted(row));
            }
        }
    }

    private static String row(Path page) throws IOException {
        String file = page.getFileName().toString();
        String number = file.substring(0, 4);
        String heading = found("\\A# " + Integer.parseInt(number) + "\\. (.+)\\n", page)
                .map(title -> title.group(1))
                .findFirst()
                .orElse("no heading: it begins with \"# <number>. <decision>\"");
        return "| %s | [%s](%s) |".formatted(number, heading, file);
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
