package org.opencmas.order.dealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.dealing.ContractorAnswer.Waiting;

/** ORD-REJECT-INACCURATE: a clock from the receipt, a target of one business day, and never acceptance by silence. */
class ContractorAnswerTest {
    /** 2026-11-06 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        // received, today, last day in time, days waited, overdue
        "2026-11-05, 2026-11-05, 2026-11-06, 0, false",
        "2026-11-05, 2026-11-06, 2026-11-06, 1, false",
        "2026-11-05, 2026-11-07, 2026-11-06, 1, true",
        "2026-11-06, 2026-11-08, 2026-11-09, 0, false",
        "2026-11-06, 2026-11-09, 2026-11-09, 1, false",
        "2026-11-06, 2026-11-10, 2026-11-09, 2, true",
        "2026-11-07, 2026-11-09, 2026-11-09, 1, false",
        "2026-11-10, 2026-11-12, 2026-11-12, 1, false" // over Veterans Day
    })
    void theTargetIsTheEndOfTheNextBusinessDay(
            LocalDate received, LocalDate today, LocalDate target, int days, boolean overdue) {
        ContractorAnswer answer = answer(Waiting.WAITING, received, null, today);

        assertThat(answer.targetOn()).isEqualTo(target);
        assertThat(answer.businessDays()).isEqualTo(days);
        assertThat(answer.overdue()).isEqualTo(overdue);
        assertThat(answer.state()).as("silence is never acceptance").isEqualTo(Waiting.WAITING);
    }

    @Test
    void anAnswerStopsTheClock() {
        LocalDate received = LocalDate.parse("2026-11-05");
        LocalDate today = LocalDate.parse("2026-12-24");

        ContractorAnswer inTime = answer(Waiting.REJECTED, received, LocalDate.parse("2026-11-06"), today);
        ContractorAnswer late = answer(Waiting.ACCEPTED, received, LocalDate.parse("2026-11-09"), today);

        assertThat(inTime.businessDays()).isEqualTo(1);
        assertThat(inTime.overdue()).isFalse();
        assertThat(late.businessDays()).isEqualTo(2);
        assertThat(late.overdue()).isTrue();
    }

    @Test
    void anAnswerBeforeTheRecordedDispatchCountsNoDay() {
        ContractorAnswer early =
                answer(Waiting.ACCEPTED, LocalDate.parse("2026-11-05"), LocalDate.parse("2026-11-03"), LocalDate.MAX);

        assertThat(early.businessDays()).isZero();
        assertThat(early.overdue()).isFalse();
    }

    @Test
    void anOldAnswerWhoseDayWasNotNotedIsNotCalledLate() {
        ContractorAnswer old =
                answer(Waiting.REJECTED, LocalDate.parse("2026-11-05"), null, LocalDate.parse("2027-01-01"));

        assertThat(old.businessDays()).isNull();
        assertThat(old.overdue()).isFalse();
    }

    @Test
    void moreDaysMayBeGiven() {
        ContractorAnswer answer = ContractorAnswer.of(
                Waiting.WAITING, LocalDate.parse("2026-11-06"), null, LocalDate.parse("2026-11-12"), 3);

        assertThat(answer.targetOn()).isEqualTo("2026-11-12");
        assertThat(answer.overdue()).isFalse();
    }

    private static ContractorAnswer answer(
            Waiting state, LocalDate received, @Nullable LocalDate answered, LocalDate today) {
        return ContractorAnswer.of(state, received, answered, today, 1);
    }
}
