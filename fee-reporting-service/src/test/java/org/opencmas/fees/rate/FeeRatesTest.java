package org.opencmas.fees.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.terms.Usd;

@DisplayName("FEE-INCENTIVE-RATE: the rate is the one in force on the order date")
class FeeRatesTest {
    private static final FeeRates RATES = new FeeRates(List.of(
            new FeeRate(LocalDate.of(2018, 7, 1), Rate.of("0.0125"), "assumed", Confidence.UNCONFIRMED),
            new FeeRate(LocalDate.of(2010, 1, 1), Rate.of("0.01"), "copy", Confidence.COPY_OF_OFFICIAL_TEXT)));

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "long before the first rate,   1999-08-24, 0",
        "the day before the first,     2009-12-31, 0",
        "the first day of the first,   2010-01-01, 0.01",
        "the day before the step,      2018-06-30, 0.01",
        "the first day of the step,    2018-07-01, 0.0125",
        "long after,                   2026-11-21, 0.0125"
    })
    void aRatesFirstDayCounts(String when, LocalDate orderDate, String fraction) {
        assertThat(RATES.on(orderDate)).isEqualTo(Rate.of(fraction));
    }

    @Test
    void ratesAreEqualByValue() {
        assertThat(Rate.of("0.0125")).isEqualTo(Rate.of("0.012500")).hasToString("0.0125");
        assertThat(Rate.of("0.00")).isEqualTo(Rate.NONE);
        assertThat(Rate.of("0.01").percent()).isEqualTo("1%");
        assertThat(Rate.of("0.0125").percent()).isEqualTo("1.25%");
    }

    @Test
    void aShareIsExact() {
        assertThat(Rate.of("0.0125").shareOf(Usd.of("0.39"))).isEqualTo(Usd.of("0.004875"));
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "1", "1.25"})
    void aRateIsAtLeastZeroAndLessThanOne(String fraction) {
        assertThatThrownBy(() -> Rate.of(fraction)).isInstanceOf(IllegalArgumentException.class);
    }
}
