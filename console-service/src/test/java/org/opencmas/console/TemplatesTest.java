package org.opencmas.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The templates of the pages")
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test
    @DisplayName("name nothing \"it\": within a tag such as a panel that is the tag's own value, and the page fails")
    void nothingIsNamedAsATagsOwnValue() throws IOException {
        assertThat(templatesWith("{#let it=")).isEmpty();
        assertThat(templatesWith("{#let ")).as("those that are looked at").isNotEmpty();
    }

    private static List<Path> templatesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> read(file).contains(text))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
