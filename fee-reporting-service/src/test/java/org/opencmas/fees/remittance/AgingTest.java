package org.opencmas.fees.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.terms.Usd;

@DisplayName("What is not paid is past due from the day after the due date, in steps of 30 days")
class AgingTest {
    @ParameterizedTest(name = "due {0}, looked at on 2026-11-21: {1}")
    @CsvSource({
        "2026-11-21, notPastDue",
        "2026-11-20, days1To30",
        "2026-10-22, days1To30",
        "2026-10-21, days31To60",
        "2026-09-22, days31To60",
        "2026-09-21, days61To90",
        "2026-08-23, days61To90",
        "2026-08-22, over90Days"
    })
    void steps(LocalDate dueOn, String step) throws ReflectiveOperationException {
        Aging aging = Aging.of(Map.of(dueOn, Usd.of("10.00")), LocalDate.of(2026, 11, 21));
        assertThat(Aging.class.getDeclaredMethod(step).invoke(aging)).isEqualTo(Usd.of("10.00"));
        assertThat(aging.total()).isEqualTo(Usd.of("10.00"));
    }
}
