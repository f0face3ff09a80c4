package org.opencmas.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsdTest {

    @ParameterizedTest
    @DisplayName("FEE-INCENTIVE-RATE: 1.25% of the base, half a cent counts as a cent")
    @CsvSource({
        "100000.00, 1250.00",
        "0.39,      0.00",
        "0.40,      0.01",
        "-0.39,     0.00",
        "-0.40,     -0.01",
        "87947.89,  1099.35",
        "20635.70,  257.95",
    })
    void theFeeIsRoundedHalfUp(Usd base, Usd fee) {
        assertThat(base.times(new BigDecimal("0.0125")).roundedHalfUp()).isEqualTo(fee);
    }

    @ParameterizedTest
    @CsvSource({"12500.009, 12500.00", "12500.00, 12500.00", "-0.019, -0.01"})
    void aLimitIsRoundedDownSoThatItIsNeverRaised(Usd exact, Usd limit) {
        assertThat(exact.roundedDown()).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({"4999.99, true", "5000.00, true", "5000.000, true", "5000.000001, false", "5000.01, false"})
    void atMostIncludesTheLimit(Usd amount, boolean within) {
        assertThat(amount.isAtMost(Usd.of("5000.00"))).isEqualTo(within);
    }

    @Test
    void addsWithoutDrift() {
        Usd tenth = Usd.of("0.10");

        assertThat(tenth.plus(Usd.of("0.20"))).isEqualTo(Usd.of("0.30"));
        assertThat(Usd.sum(List.of(tenth, tenth, tenth)).minus(Usd.of("0.30"))).isEqualTo(Usd.ZERO);
        assertThat(Usd.sum(List.of())).isEqualTo(Usd.ZERO);
        assertThat(tenth.plus(tenth.negated()).isZero()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.01, true, false", "0.00, false, false", "-0.01, false, true"})
    void knowsItsSign(Usd amount, boolean positive, boolean negative) {
        assertThat(amount.isPositive()).isEqualTo(positive);
        assertThat(amount.isNegative()).isEqualTo(negative);
    }

    @Test
    void equalByValueHoweverManyZerosAreWritten() {
        assertThat(Usd.of("1.5")).isEqualTo(Usd.of("1.500")).isEqualByComparingTo(Usd.of("1.50"));
        assertThat(Set.of(Usd.of("1.5"))).contains(Usd.of("1.500"));
        assertThat(Usd.of("1.5")).isNotEqualTo(Usd.of("1.501"));
    }

    @ParameterizedTest
    @CsvSource({
        "5,        5.00",
        "0,        0.00",
        "-7.1,     -7.10",
        "1250.000, 1250.00",
        "0.0125,   0.0125",
        "84.123456, 84.123456",
        "1000000,  1000000.00",
    })
    void printsTwoPlacesAtLeastAndNoneThatSaysNothing(String amount, String printed) {
        assertThat(Usd.of(amount)).hasToString(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "$1.00",
                "1,250.00",
                "1e3",
                "1.",
                ".5",
                "+1",
                "NaN",
                "--1",
                "1.0.0",
                "1234567890123456789"
            })
    void refusesWhatIsNoPlainDecimal(String text) {
        assertThatThrownBy(() -> Usd.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1250.00");
    }

    @Test
    void travelsAsAPlainString() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.writeValueAsString(Usd.of("1250"))).isEqualTo("\"1250.00\"");
        assertThat(json.readValue("\"1250.00\"", Usd.class)).isEqualTo(Usd.of("1250"));
    }
}
