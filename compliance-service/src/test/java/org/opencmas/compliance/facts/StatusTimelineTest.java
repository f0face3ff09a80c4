package org.opencmas.compliance.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.known.Agreement.Status.ACTIVE;
import static org.opencmas.compliance.rule.purchaseorder.known.Agreement.Status.SUSPENDED;
import static org.opencmas.compliance.rule.purchaseorder.known.Agreement.Status.TERMINATED;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.facts.StatusTimeline.Reported;
import org.opencmas.compliance.facts.StatusTimeline.Since;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement.Status;

@DisplayName("The status of a day is read from what the registry told, with timelines and from before there were any")
class StatusTimelineTest {
    @Test
    void theTimelineToldLastCounts() {
        StatusTimeline timeline = StatusTimeline.of(List.of(
                reported(since(ACTIVE, "2026-01-01"), since(ACTIVE, "2026-01-01")),
                reported(
                        since(ACTIVE, "2026-10-20"),
                        since(ACTIVE, "2026-01-01"),
                        since(SUSPENDED, "2026-11-10"),
                        since(ACTIVE, "2026-12-01"))));

        assertThat(status(timeline, "2025-12-31")).isEqualTo(ACTIVE);
        assertThat(status(timeline, "2026-11-09")).isEqualTo(ACTIVE);
        assertThat(status(timeline, "2026-11-10")).isEqualTo(SUSPENDED);
        assertThat(status(timeline, "2026-11-30")).isEqualTo(SUSPENDED);
        assertThat(status(timeline, "2026-12-01")).isEqualTo(ACTIVE);
        assertThat(timeline.entries()).noneMatch(StatusTimeline.Entry::dayAssumed);
    }

    @Test
    void withoutTimelinesAChangedStatusCountsFromTheDayOfItsNews() {
        StatusTimeline timeline = StatusTimeline.of(List.of(
                reportedWithoutTimeline(ACTIVE, "2026-01-01"),
                reportedWithoutTimeline(ACTIVE, "2026-03-01"),
                reportedWithoutTimeline(SUSPENDED, "2026-11-10"),
                reportedWithoutTimeline(ACTIVE, "2026-12-01"),
                reportedWithoutTimeline(TERMINATED, "2027-01-15")));

        assertThat(status(timeline, "2026-11-09")).isEqualTo(ACTIVE);
        assertThat(status(timeline, "2026-11-10")).isEqualTo(SUSPENDED);
        assertThat(status(timeline, "2026-12-01")).isEqualTo(ACTIVE);
        assertThat(status(timeline, "2027-01-15")).isEqualTo(TERMINATED);
        assertThat(timeline.on(LocalDate.of(2026, 1, 1)).dayAssumed()).isFalse();
        assertThat(timeline.on(LocalDate.of(2026, 11, 10)).dayAssumed()).isTrue();
    }

    @Test
    void withoutTimelinesAChangeBeforeTheFirstDayCountsFromThatDay() {
        StatusTimeline timeline = StatusTimeline.of(List.of(
                reportedWithoutTimeline(ACTIVE, "2027-01-01"), reportedWithoutTimeline(SUSPENDED, "2026-11-10")));

        assertThat(status(timeline, "2027-01-01")).isEqualTo(SUSPENDED);
    }

    @Test
    void aTimelineTakesThePlaceOfWhatWasAssumed() {
        StatusTimeline timeline = StatusTimeline.of(List.of(
                reportedWithoutTimeline(ACTIVE, "2026-01-01"),
                reportedWithoutTimeline(TERMINATED, "2026-11-20"),
                reported(
                        since(TERMINATED, "2026-12-05"),
                        since(ACTIVE, "2026-01-01"),
                        since(TERMINATED, "2026-11-02"))));

        assertThat(status(timeline, "2026-11-01")).isEqualTo(ACTIVE);
        assertThat(status(timeline, "2026-11-02")).isEqualTo(TERMINATED);
    }

    private static Status status(StatusTimeline timeline, String day) {
        return timeline.on(LocalDate.parse(day)).since().status();
    }

    private static Since since(Status status, String day) {
        return new Since(status, LocalDate.parse(day));
    }

    private static Reported reported(Since onDayOfNews, Since... timeline) {
        return new Reported(onDayOfNews, List.of(timeline));
    }

    private static Reported reportedWithoutTimeline(Status status, String day) {
        return new Reported(since(status, day), null);
    }
}
