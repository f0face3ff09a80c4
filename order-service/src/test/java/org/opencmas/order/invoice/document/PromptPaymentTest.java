package org.opencmas.order.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.invoice.document.PromptPayment.Disputed;

@DisplayName("PAY-45-DAYS: 45 days from the later of acceptance and receipt of the undisputed invoice")
class PromptPaymentTest {
    @ParameterizedTest(name = "accepted {0}, invoice {1}: due {2}")
    @CsvSource({
        "2025-03-03, 2025-03-10, 2025-04-24",
        "2025-03-20, 2025-03-10, 2025-05-04",
        "2025-03-10, 2025-03-10, 2025-04-24",
        ",           2025-03-10, ",
    })
    void theClockRunsFromTheLaterDate(@Nullable LocalDate accepted, LocalDate invoice, @Nullable LocalDate due) {
        assertThat(PromptPayment.of(accepted, invoice, List.of(), 45).dueOn()).isEqualTo(due);
    }

    @DisplayName("PAY-DISPUTED: days in dispute do not count")
    @ParameterizedTest(name = "disputed {0} to {1}: due {2}")
    @CsvSource({
        "2025-03-20, 2025-03-30, 2025-05-04",
        "2025-04-24, 2025-04-25, 2025-04-25",
        "2025-04-25, 2025-04-30, 2025-04-24",
        "2025-03-01, 2025-03-15, 2025-04-29",
    })
    void aDisputeStopsIt(LocalDate from, LocalDate until, LocalDate due) {
        var clock = PromptPayment.of(day("2025-03-03"), day("2025-03-10"), List.of(new Disputed(from, until)), 45);
        assertThat(clock.dueOn()).isEqualTo(due);
        assertThat(clock.held()).isFalse();
    }

    @Test
    void anOpenDisputeHoldsIt() {
        var clock = PromptPayment.of(
                day("2025-03-03"), day("2025-03-10"), List.of(new Disputed(day("2025-03-12"), null)), 45);
        assertThat(clock.held()).isTrue();
        assertThat(clock.dueOn()).isNull();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
