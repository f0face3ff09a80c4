package org.opencmas.order.requestforoffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName(
        "GEN-AGENCY-RESPONSIBLE: no word of the order service lends DGS's authority to a purchase; it is the agency's own (Guide s1 p5)")
class ResponsibleAgencyWordsTest {
    private static final List<String> NEVER_SAID =
            List.of("approved by dgs", "dgs approves", "dgs-approved", "compliant");

    private static boolean lendsAuthority(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return NEVER_SAID.stream().anyMatch(plain::contains);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"The order was approved by  DGS.", "Your order is compliant"})
    void suchWordsAreSeen(String text) {
        assertThat(lendsAuthority(text)).isTrue();
    }

    @Test
    void whatTheServiceSaysHasNone() throws IOException {
        assertThat(lendsAuthority("Checks passed.")).isFalse();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> texts = files.filter(file -> file.toString().matches(".*\\.(java|properties|json)"))
                    .toList();
            assertThat(texts)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(file -> assertThat(lendsAuthority(Files.readString(file)))
                            .as("%s", file)
                            .isFalse());
        }
    }
}
