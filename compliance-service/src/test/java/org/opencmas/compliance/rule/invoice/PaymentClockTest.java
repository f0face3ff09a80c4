package org.opencmas.compliance.rule.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName(
        "The clock of payment runs from the later day, stands in a dispute, and begins anew with a corrected invoice")
class PaymentClockTest {
    private static final LocalDate DAY_0 = LocalDate.of(2025, 3, 10);

    @ParameterizedTest(name = "accepted {0}, invoice {1} → due {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        2025-03-03, 2025-03-10, 2025-04-24
        2025-03-20, 2025-03-10, 2025-05-04
        2025-03-10, 2025-03-10, 2025-04-24
        """)
    void theLaterDayIsDayZero(LocalDate accepted, LocalDate received, LocalDate due) {
        assertThat(new PaymentClock(accepted, received, List.of()).dueOn(45)).contains(due);
    }

    @ParameterizedTest(name = "disputed from {0} until {1} → due {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        2025-03-15, 2025-03-20, 2025-04-29
        2025-03-10, 2025-03-15, 2025-04-29
        2025-03-01, 2025-03-15, 2025-04-29
        2025-03-01, 2025-03-10, 2025-04-24
        2025-03-15, 2025-03-15, 2025-04-24
        2025-04-24, 2025-04-30, 2025-04-30
        2025-04-25, 2025-04-30, 2025-04-24
        """)
    void daysInDisputeDoNotCount(LocalDate from, LocalDate until, LocalDate due) {
        assertThat(clock(new Dispute(from, until, null)).dueOn(45)).contains(due);
    }

    @Test
    void disputesThatOverlapCountOnce() {
        var one = new Dispute(DAY_0.plusDays(10), DAY_0.plusDays(20), null);
        var other = new Dispute(DAY_0.plusDays(15), DAY_0.plusDays(22), null);
        var within = new Dispute(DAY_0.plusDays(11), DAY_0.plusDays(12), null);

        assertThat(clock(other, within, one).dueOn(45)).contains(DAY_0.plusDays(57));
    }

    @Test
    void aCorrectedInvoiceBeginsANewDayZero() {
        var corrected = new Dispute(DAY_0.plusDays(3), null, DAY_0.plusDays(13));

        assertThat(clock(corrected).startedOn()).contains(DAY_0.plusDays(13));
        assertThat(clock(corrected).dueOn(45)).contains(DAY_0.plusDays(58));
    }

    @Test
    void anOpenDisputeHoldsTheClockUnlessTheTimeIsOver() {
        assertThat(clock(new Dispute(DAY_0.plusDays(45), null, null)).dueOn(45)).isEmpty();
        assertThat(clock(new Dispute(DAY_0.plusDays(46), null, null)).dueOn(45)).contains(DAY_0.plusDays(45));
    }

    @Test
    void withoutOneOfTheDaysNothingIsKnown() {
        assertThat(new PaymentClock(DAY_0, null, List.of()).dueOn(45)).isEmpty();
        assertThat(new PaymentClock(null, DAY_0, List.of()).dueOn(45)).isEmpty();
    }

    private static PaymentClock clock(Dispute... disputes) {
        return new PaymentClock(DAY_0, DAY_0, List.of(disputes));
    }
}
