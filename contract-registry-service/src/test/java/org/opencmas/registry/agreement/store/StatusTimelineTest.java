package org.opencmas.registry.agreement.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.opencmas.registry.agreement.terms.AgreementStatus.ACTIVE;
import static org.opencmas.registry.agreement.terms.AgreementStatus.SUSPENDED;
import static org.opencmas.registry.agreement.terms.AgreementStatus.TERMINATED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.problem.Conflict;
import org.opencmas.registry.agreement.terms.AgreementStatus;
import org.opencmas.testkit.SeededGenerator;

@DisplayName("CON-ACTIVE-CHECK: an agreement has a status on every day, whenever it was recorded")
class StatusTimelineTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final StatusSince REGISTERED = new StatusSince(ACTIVE, FIRST_DAY);

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        2025-12-31, ACTIVE
        2026-01-01, ACTIVE
        2026-11-09, ACTIVE
        2026-11-10, SUSPENDED
        2026-11-30, SUSPENDED
        2026-12-01, ACTIVE
        2030-01-01, ACTIVE
        """)
    void aStatusHoldsUntilTheNextOneBegins(LocalDate day, AgreementStatus status) {
        StatusTimeline timeline =
                StatusTimeline.of(List.of(REGISTERED, since(SUSPENDED, "2026-11-10"), since(ACTIVE, "2026-12-01")));

        assertThat(timeline.on(day)).isEqualTo(status);
    }

    @Test
    void theOrderOfRecordingDecidesOnlyBetweenChangesOfOneDay() {
        assertThat(StatusTimeline.of(List.of(REGISTERED, since(ACTIVE, "2026-12-01"), since(SUSPENDED, "2026-11-10")))
                        .entries())
                .containsExactly(REGISTERED, since(SUSPENDED, "2026-11-10"), since(ACTIVE, "2026-12-01"));
        assertThat(StatusTimeline.of(List.of(REGISTERED, since(SUSPENDED, "2026-11-10"), since(ACTIVE, "2026-11-10")))
                        .entries())
                .as("a suspension that is taken back before it began")
                .containsExactly(REGISTERED, since(ACTIVE, "2026-11-10"));
    }

    @Test
    void whatWasRecordedForDaysAfterATerminationFallsAway() {
        StatusTimeline timeline = StatusTimeline.of(List.of(
                REGISTERED,
                since(SUSPENDED, "2026-11-10"),
                since(TERMINATED, "2026-12-01"),
                since(TERMINATED, "2026-11-10")));

        assertThat(timeline.entries()).containsExactly(REGISTERED, since(TERMINATED, "2026-11-10"));
    }

    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        ACTIVE,     2026-11-09, false
        SUSPENDED,  2026-11-09, true
        TERMINATED, 2026-11-09, true
        ACTIVE,     2026-11-10, true
        SUSPENDED,  2026-11-10, false
        ACTIVE,     2026-11-30, true
        TERMINATED, 2026-11-30, true
        ACTIVE,     2026-12-01, false
        SUSPENDED,  2026-12-01, false
        TERMINATED, 2026-12-01, false
        ACTIVE,     2027-01-01, false
        TERMINATED, 2027-01-01, false
        """)
    void aChangeIsPossibleWhereItChangesSomethingAndBeforeATermination(
            AgreementStatus status, LocalDate day, boolean possible) {
        StatusTimeline timeline =
                StatusTimeline.of(List.of(REGISTERED, since(SUSPENDED, "2026-11-10"), since(TERMINATED, "2026-12-01")));

        if (possible) {
            timeline.requirePossible("4-26-01-0001", new StatusSince(status, day));
        } else {
            assertThatThrownBy(() -> timeline.requirePossible("4-26-01-0001", new StatusSince(status, day)))
                    .isInstanceOfSatisfying(
                            Conflict.class,
                            refused ->
                                    assertThat(refused.members()).containsEntry("statusTimeline", timeline.entries()));
        }
    }

    @ParameterizedTest(name = "from {0} until before {1}: {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        2026-01-01, 2026-01-02, true
        2026-11-10, 2026-12-01, false
        2026-11-10, 2026-12-02, true
        2026-11-10, ,           true
        2026-12-05, ,           false
        """)
    void itIsKnownWhetherItIsActiveOnAnyDayOfASpan(LocalDate first, LocalDate end, boolean active) {
        StatusTimeline timeline = StatusTimeline.of(List.of(
                REGISTERED,
                since(SUSPENDED, "2026-11-10"),
                since(ACTIVE, "2026-12-01"),
                since(TERMINATED, "2026-12-05")));

        assertThat(timeline.isActiveWithin(first, end)).isEqualTo(active);
    }

    @Test
    void anyHistoryAnswersLikeACalendarThatIsRewrittenChangeByChange() {
        SeededGenerator random = SeededGenerator.of("StatusTimelineTest");
        for (int history = 0; history < 500; history++) {
            AgreementStatus[] calendar = new AgreementStatus[40];
            boolean[] begins = new boolean[calendar.length];
            Arrays.fill(calendar, ACTIVE);
            begins[0] = true;
            List<StatusSince> recorded = new ArrayList<>(List.of(REGISTERED));
            for (int change = 0; change < 12; change++) {
                int day = random.between(0, calendar.length - 1);
                AgreementStatus status = random.onceIn(8) ? TERMINATED : random.yes() ? ACTIVE : SUSPENDED;
                if (calendar[day] == status || calendar[day] == TERMINATED) {
                    continue;
                }
                rewrite(calendar, begins, day, status);
                recorded.add(new StatusSince(status, FIRST_DAY.plusDays(day)));
                StatusTimeline timeline = StatusTimeline.of(recorded);
                for (int any = 0; any < calendar.length; any++) {
                    assertThat(timeline.on(FIRST_DAY.plusDays(any)))
                            .as("%s on day %d", recorded, any)
                            .isEqualTo(calendar[any]);
                }
                assertThat(timeline.entries())
                        .extracting(StatusSince::effectiveOn)
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .startsWith(FIRST_DAY);
            }
        }
    }

    private static void rewrite(AgreementStatus[] calendar, boolean[] begins, int day, AgreementStatus status) {
        int end = day + 1;
        while (end < calendar.length && (status == TERMINATED || !begins[end])) {
            begins[end] = false;
            end++;
        }
        Arrays.fill(calendar, day, end, status);
        begins[day] = true;
    }

    private static StatusSince since(AgreementStatus status, String day) {
        return new StatusSince(status, LocalDate.parse(day));
    }
}
