package org.opencmas.fees.report.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.Usd;

@DisplayName("FEE-INCENTIVE-RATE: the fee of an agreement's quarter is rounded once, half up, on the total")
class QuarterFeeTest {
    private static final Rate RATE = Rate.of("0.0125");

    @ParameterizedTest(name = "1.25% of {0} is {1}")
    @CsvSource({
        "100000.00, 1250.00",
        "0.00, 0.00",
        "0.39, 0.00",
        "0.40, 0.01",
        "1.19, 0.01",
        "1.20, 0.02",
        "19196.00, 239.95",
        "87947.89, 1099.35"
    })
    void halfACentRoundsUp(Usd base, Usd fee) {
        QuarterFee quarter = QuarterFee.of(RATE.shareOf(base), Usd.ZERO);
        assertThat(quarter.due()).isEqualTo(fee);
        assertThat(quarter.exact()).isEqualTo(RATE.shareOf(base));
    }

    @Test
    @DisplayName("two orders of 0.39 make 0.01 together, though each alone makes 0.00")
    void theTotalIsRoundedNotTheLines() {
        Usd line = RATE.shareOf(Usd.of("0.39"));
        assertThat(QuarterFee.of(line, Usd.ZERO).due()).isEqualTo(Usd.ZERO);
        assertThat(QuarterFee.of(line.plus(line), Usd.ZERO).due()).isEqualTo(Usd.of("0.01"));
    }

    @ParameterizedTest(name = "total {0} with credit {1}: used {2}, due {3}, carried {4}, added {5}")
    @CsvSource({
        "100.00, 0.00, 0.00, 100.00, 0.00, 0.00",
        "100.00, 30.00, 30.00, 70.00, 0.00, 0.00",
        "100.00, 100.00, 100.00, 0.00, 0.00, 0.00",
        "100.00, 130.00, 100.00, 0.00, 30.00, 0.00",
        "-100.00, 0.00, 0.00, 0.00, 100.00, 100.00",
        "-100.00, 30.00, 0.00, 0.00, 130.00, 100.00",
        "-0.004, 30.00, 0.00, 0.00, 30.00, 0.00",
        "0.00, 30.00, 0.00, 0.00, 30.00, 0.00"
    })
    @DisplayName("FEE-AMENDMENTS: a total below zero is a credit for later reports, never a payment")
    void creditIsCarriedForward(Usd exact, Usd credit, Usd used, Usd due, Usd carried, Usd added) {
        QuarterFee quarter = QuarterFee.of(exact, credit);
        assertThat(quarter.creditUsed()).isEqualTo(used);
        assertThat(quarter.due()).isEqualTo(due);
        assertThat(quarter.creditCarriedForward()).isEqualTo(carried);
        assertThat(quarter.creditAdded()).isEqualTo(added);
    }
}
