package org.opencmas.registry.leveragedprocurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.ProcurementKind;

@DisplayName("EXM-MANDATORY-FLAG: an agreement is mandatory by its own flag, on its days")
class LpaTermsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static LpaTerms terms(LpaType type, List<MandatoryPeriod> mandatoryFor, UserInstructions instructions) {
        return new LpaTerms(
                type,
                ProcurementKind.IT,
                "Title",
                "Scope",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                List.of(),
                List.of(),
                mandatoryFor,
                instructions);
    }

    private static MandatoryPeriod period(String from, String through) {
        return new MandatoryPeriod(
                LpaBuyer.STATE_DEPARTMENTS,
                null,
                LocalDate.parse(from),
                through == null ? null : LocalDate.parse(through));
    }

    @ParameterizedTest(name = "mandatory {0} through {1}, in term through 2026-12-31: on {2} {3}")
    @CsvSource({
        "2026-03-01, 2026-06-30, 2026-02-28, false",
        "2026-03-01, 2026-06-30, 2026-03-01, true",
        "2026-03-01, 2026-06-30, 2026-06-30, true",
        "2026-03-01, 2026-06-30, 2026-07-01, false",
        "2026-03-01, , 2026-12-31, true",
        "2026-03-01, , 2027-01-01, false",
        "2025-03-01, , 2025-12-31, false",
        "2025-03-01, , 2026-01-01, true"
    })
    void itsDaysAreInclusiveAndWithinItsTerm(String from, String through, LocalDate day, boolean mandatory) {
        LpaTerms terms = terms(LpaType.STATEWIDE_CONTRACT, List.of(period(from, through)), null);

        assertThat(terms.isMandatoryOn(day, LpaBuyer.STATE_DEPARTMENTS)).isEqualTo(mandatory);
        assertThat(terms.isMandatoryOn(day, LpaBuyer.LOCAL_AGENCIES)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(LpaType.class)
    void noTypeIsMandatoryByItself(LpaType type) {
        assertThat(terms(type, List.of(), null).isMandatoryOn(LocalDate.of(2026, 6, 1), LpaBuyer.STATE_DEPARTMENTS))
                .isFalse();
    }

    @Test
    @DisplayName("EXM-USER-INSTRUCTIONS: they were read today at the latest")
    void theInstructionsWereReadTodayAtTheLatest() {
        LpaCheck.require(terms(LpaType.OTHER, List.of(), instructions(TODAY)), TODAY);

        assertThatThrownBy(() -> LpaCheck.require(
                        terms(
                                LpaType.OTHER,
                                List.of(period("2026-03-02", "2026-03-01")),
                                instructions(TODAY.plusDays(1))),
                        TODAY))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.pointer())
                                .containsExactly(
                                        "/terms/mandatoryFor/0/through", "/terms/userInstructions/retrievedOn"));
    }

    private static UserInstructions instructions(LocalDate retrievedOn) {
        return new UserInstructions("https://www.dgs.ca.gov/x", retrievedOn, List.of("Ask for a waiver."));
    }
}
