package org.opencmas.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A program's word for its visitor is believed when it is signed with the secret, for some minutes")
final class VisitorsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T17:04:30Z");

    private final Visitors visitors = new Visitors("0123456789abcdef0123456789abcdef");

    @Test
    void theVisitorsNetworkIsTold() {
        assertThat(visitors.network(visitors.word("192.0.2.7", NOW), NOW)).contains("192.0.2.7");
        assertThat(visitors.network(visitors.word("2001:db8:1:2:3::4", NOW), NOW))
                .contains("20010db800010002");
        assertThat(visitors.network(visitors.word(null, NOW), NOW)).contains("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT2M30S", "PT0S", "PT2M29S"})
    void clocksMayDifferByTwoMinutes(Duration later) {
        assertThat(visitors.network(visitors.word("192.0.2.7", NOW), NOW.plus(later)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT2M31S", "PT2M30S", "P1D"})
    void whatWasOverheardIsSoonWorthNothing(Duration later) {
        assertThat(visitors.network(visitors.word("192.0.2.7", NOW), NOW.plus(later)))
                .isEmpty();
    }

    @Test
    void whatIsNotSignedSoIsNotBelieved() {
        String word = visitors.word("192.0.2.7", NOW);
        Visitors other = new Visitors("0123456789abcdef0123456789abcdeX");
        assertThat(other.network(word, NOW)).isEmpty();
        for (String forged : new String[] {
            word.replace("192.0.2.7", "192.0.2.8"),
            "192.0.2.7",
            "192.0.2.7 1",
            "",
            " ",
            "  ",
            "a b c",
            word + " ",
            word.toUpperCase(java.util.Locale.ROOT)
        }) {
            assertThat(visitors.network(forged, NOW)).as(forged).isEmpty();
        }
        assertThat(visitors.network(null, NOW)).isEmpty();
    }

    @Test
    void aShortSecretIsNone() {
        assertThatThrownBy(() -> new Visitors("0123456789abcdef0123456789abcde"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 32 characters");
    }
}
