package org.opencmas.console.frame.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.console.frame.field.Inputs.Error;

@DisplayName("Figures that a reader typed are taken as they were meant, or not at all")
class FiguresTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.50 | 1234.50",
                "$1,234.50 | 1234.50",
                "1,234,567 | 1234567",
                "-12.50 | -12.50",
                "12,50 | ",
                "1,23 | ",
                "1,2345 | ",
                "1234,567 | ",
                ",123 | ",
                "1.234,50 | ",
                "12.505 | ",
                "1e3 | "
            })
    void amounts(String typed, String amount) {
        var inputs = Inputs.of(Map.of("total", List.of(typed)));
        assertThat(Figures.dollars(inputs, "total").map(Object::toString).orElse(null))
                .isEqualTo(amount);
        assertThat(inputs.errors()).extracting(Error::field).hasSize(amount == null ? 1 : 0);
    }

    @ParameterizedTest(name = "{0} per cent is {1}")
    @CsvSource(
            delimiter = '|',
            value = {"1.25 | 0.0125", "1.25% | 0.0125", "0 | 0.00", "1,25 | ", "1.25% of it | ", "0.01255 | ", "half | "
            })
    void shares(String typed, String share) {
        var inputs = Inputs.of(Map.of("rate", List.of(typed)));
        assertThat(Figures.percent(inputs, "rate").map(Object::toString).orElse(null))
                .isEqualTo(share);
        assertThat(inputs.errors()).extracting(Error::field).hasSize(share == null ? 1 : 0);
    }
}
