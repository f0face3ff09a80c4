package org.opencmas.compliance.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.problem.Conflict;

@DisplayName("A proposed figure counts once a second person activates it")
class FigureTest {
    private static final Instant NOW = Instant.parse("2026-11-28T20:00:00Z");

    /** Half a day would make every judgement by it fail, and nothing proposed is ever edited. */
    @Test
    void whatWasProposedBeforeUnitsWereAskedForIsNotActivatedWhenItsUnitCannotHaveIt() {
        Figure halfADay = figure(ParameterName.BACK_DATING_DAYS, "0.5");

        assertThatThrownBy(() -> halfADay.activate("another", NOW))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("whole days");
        assertThat(halfADay.activatedBy()).isNull();
    }

    @Test
    void zerosBehindThePointAreNoFraction() {
        Figure days = figure(ParameterName.BACK_DATING_DAYS, "30.000000");

        days.activate("another", NOW);

        assertThat(days.activatedBy()).isEqualTo("another");
    }

    private static Figure figure(ParameterName name, String value) {
        return new Figure(
                UUID.randomUUID(), name, new BigDecimal(value), LocalDate.of(2026, 1, 1), "a test", "OWN", "one", NOW);
    }
}
