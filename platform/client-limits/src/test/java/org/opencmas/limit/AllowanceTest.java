package org.opencmas.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An allowance is used up act by act and grows again at its rate, never beyond its burst")
final class AllowanceTest {
    private static final long MILLI = 1_000_000;

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 5 * MILLI, Long.MIN_VALUE})
    void theBurstIsThereAtOnceAndNoMore(long now) {
        Allowance allowance = new Allowance(10, 3, now);
        assertThat(allowance.take(now)).isZero();
        assertThat(allowance.take(now)).isZero();
        assertThat(allowance.untilOneIsLeft(now)).isZero();
        assertThat(allowance.take(now)).isZero();
        assertThat(allowance.take(now)).isEqualTo(100 * MILLI);
        assertThat(allowance.untilOneIsLeft(now)).isEqualTo(100 * MILLI);
        assertThat(allowance.take(now + 99 * MILLI)).isEqualTo(MILLI);
        assertThat(allowance.take(now + 100 * MILLI)).isZero();
        assertThat(allowance.take(now + 100 * MILLI)).isEqualTo(100 * MILLI);
    }

    @Test
    void aLongRestGivesTheBurstAndNotMore() {
        Allowance allowance = new Allowance(10, 3, 0);
        long later = 3_600_000 * MILLI;
        for (int act = 0; act < 3; act++) {
            assertThat(allowance.take(later)).isZero();
        }
        assertThat(allowance.take(later)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,                     192.0.2.7",
        "2001:db8:1:2:3:4:5:6,          20010db800010002",
        "2001:db8:1:2::1,               20010db800010002",
        "2001:db8:1:3::1,               20010db800010003",
        "::1,                           0000000000000000",
        "not:an:address,                not:an:address"
    })
    void addressesOfOneHolderAreOneClient(String address, String network) {
        assertThat(Addresses.network(address)).isEqualTo(network);
    }

    @Test
    void whatWasTakenElsewhereIsMissingHere() {
        Allowance here = new Allowance(10, 3, 0);
        assertThat(here.hasUntold()).isFalse();
        here.take(0);
        assertThat(here.hasUntold()).isTrue();
        assertThat(here.costOfUntold()).isEqualTo(100 * MILLI);
        assertThat(here.hasUntold()).isFalse();
        // One here and one elsewhere, each 100 ms.
        here.isPaidOnlyAt(200 * MILLI);
        assertThat(here.take(0)).isZero();
        assertThat(here.take(0)).isEqualTo(100 * MILLI);
        here.isPaidOnlyAt(100 * MILLI);
        assertThat(here.take(0)).as("an older news gives nothing back").isEqualTo(100 * MILLI);
    }
}
