package org.opencmas.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WordsPageTest {
    private static final Path ROOT = Path.of("../..");
    private static final String TYPE = "`([A-Z][A-Za-z0-9]+)(?:\\.[a-z][A-Za-z]*\\(\\))?`";

    @Test
    @DisplayName("Every type that the page of words names is in the code")
    void namedTypesExist() throws IOException {
        Set<String> named = matches(TYPE, ROOT.resolve("docs/words.md"));
        named.removeAll(typesInTheCode());
        assertThat(named).as("named in docs/words.md, and in no source").isEmpty();
    }

    private static Set<String> typesInTheCode() throws IOException {
        Set<String> types = new TreeSet<>();
        for (String module : matches("<module>(.*)</module>", ROOT.resolve("pom.xml"))) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    types.addAll(matches("\\b(?:class|record|enum|interface) ([A-Z]\\w*)", file));
                }
            }
        }
        return types;
    }

    private static Set<String> matches(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
