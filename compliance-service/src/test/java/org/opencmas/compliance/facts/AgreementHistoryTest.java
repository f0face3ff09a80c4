package org.opencmas.compliance.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.terms.CmasNumber;

@DisplayName("An order of any day is judged by the CMAS as it stood on that day")
class AgreementHistoryTest {
    private final AgreementHistory history = new AgreementHistory(
            List.of(snapshot(0, "2005-03-01"), snapshot(1, "2010-01-01"), snapshot(2, "2010-01-01")),
            statuses("2005-03-01"));

    @ParameterizedTest(name = "{0} → supplement {1}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        2004-12-31, 0
        2005-01-15, 0
        2005-03-01, 0
        2009-12-31, 0
        2010-01-01, 2
        2026-01-01, 2
        """)
    void theLastSnapshotEffectiveByThenHolds(LocalDate day, int supplement) {
        assertThat(history.on(day)).extracting(Agreement::supplementNumber).isEqualTo(supplement);
    }

    @Test
    void whatStoodBeforeTheFirstKnownSupplementIsNotGuessed() {
        AgreementHistory late = new AgreementHistory(List.of(snapshot(3, "2010-01-01")), statuses("2010-01-01"));

        assertThat(late.on(LocalDate.of(2009, 12, 31))).isNull();
        assertThat(late.on(LocalDate.of(2004, 12, 31)))
                .as("before the term nothing could be ordered, whatever the supplement")
                .isNotNull();
    }

    @ParameterizedTest(name = "{0} → supplement {1}, {2}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        2009-06-30, 0, ACTIVE
        2009-07-01, 0, SUSPENDED
        2010-01-01, 2, SUSPENDED
        2010-02-01, 2, ACTIVE
        """)
    void theStatusOfTheDayHoldsWhicheverSnapshotDoes(LocalDate day, int supplement, Agreement.Status status) {
        Agreement agreement = history.on(day);

        assertThat(agreement).isNotNull();
        assertThat(agreement.supplementNumber()).isEqualTo(supplement);
        assertThat(agreement.status()).isEqualTo(status);
    }

    @Test
    void ofAnUnknownCmasNothingIsKnown() {
        assertThat(AgreementHistory.NONE.on(LocalDate.of(2026, 1, 1))).isNull();
    }

    private static StatusTimeline statuses(String firstDay) {
        return StatusTimeline.of(List.of(new StatusTimeline.Reported(
                new StatusTimeline.Since(Agreement.Status.ACTIVE, LocalDate.parse(firstDay)),
                List.of(
                        new StatusTimeline.Since(Agreement.Status.ACTIVE, LocalDate.of(2005, 3, 1)),
                        new StatusTimeline.Since(Agreement.Status.SUSPENDED, LocalDate.of(2009, 7, 1)),
                        new StatusTimeline.Since(Agreement.Status.ACTIVE, LocalDate.of(2010, 2, 1))))));
    }

    private static Agreement snapshot(int supplement, String effectiveOn) {
        return new Agreement(
                CmasNumber.parse("4-05-71-0031A"),
                UUID.fromString("00000000-0000-7000-8000-0000000000c1"),
                "Contractor, Inc.",
                Agreement.Status.ACTIVE,
                supplement,
                LocalDate.parse(effectiveOn),
                LocalDate.of(2005, 1, 1),
                LocalDate.of(2030, 12, 31),
                Agreement.ForUseBy.STATE_AND_LOCAL,
                false,
                null,
                null,
                List.of(),
                false,
                false);
    }
}
