package org.opencmas.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The files of others that are committed: exactly those of the list, unchanged, with their licence and their version. */
class VendoredFilesTest {
    private static final Path USWDS = Path.of("src/main/resources/META-INF/resources/vendor/uswds-3.14.0");

    @Test
    @DisplayName("Each committed file of USWDS is the one of the list, and the list misses none")
    void filesAreThoseOfTheList() throws Exception {
        Map<String, String> listed = Files.readAllLines(USWDS.resolve("SHA256SUMS")).stream()
                .map(line -> line.split(" {2}", 2))
                .collect(Collectors.toMap(part -> part[1], part -> part[0]));
        Map<String, String> found;
        try (Stream<Path> files = Files.walk(USWDS)) {
            found = files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("SHA256SUMS"))
                    .collect(Collectors.toMap(
                            file -> USWDS.relativize(file).toString().replace('\\', '/'), VendoredFilesTest::hash));
        }

        assertThat(found).isEqualTo(listed).containsKeys("LICENSE.md", "css/uswds.min.css", "js/uswds.min.js");
        assertThat(Files.readString(USWDS.resolve("css/uswds.min.css")).substring(0, 200))
                .contains("uswds v3.14.0");
        List<String> kept = Files.readAllLines(Path.of("uswds-files.txt"));
        assertThat(found.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(kept.stream(), Stream.of("LICENSE.md")).toList());
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
