package org.opencmas.compliance.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.Usd;

@DisplayName("An order is judged by the policy that its agency had recorded by the order's day")
class AgencyHistoryTest {
    private static final AgencyHistory HISTORY = new AgencyHistory(
            new Agency(UUID.randomUUID(), "City of Test", AgencyType.CITY, true, null, null, Agency.OverLimit.WARN),
            List.of(
                    policy("2026-01-05", "100.00", Agency.OverLimit.WARN),
                    policy("2026-03-02", "200.00", Agency.OverLimit.BLOCK),
                    policy("2026-03-02", "300.00", Agency.OverLimit.BLOCK),
                    policy("2026-05-01", null, Agency.OverLimit.WARN)));

    @ParameterizedTest(name = "on {0} the limit is {1}, {2}, recorded on {3}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        # before any was recorded, the first one
        2026-01-04, 100.00, WARN,  2026-01-05
        2026-01-05, 100.00, WARN,  2026-01-05
        2026-03-01, 100.00, WARN,  2026-01-05
        # of two on one day the later one
        2026-03-02, 300.00, BLOCK, 2026-03-02
        2026-04-30, 300.00, BLOCK, 2026-03-02
        2026-05-01, -,      WARN,  2026-05-01
        """)
    void boundaries(LocalDate day, String limit, Agency.OverLimit action, LocalDate recorded) {
        Agency agency = HISTORY.on(day);

        assertThat(agency.orderLimit()).isEqualTo(limit == null ? null : Usd.of(limit));
        assertThat(agency.overLimit()).isEqualTo(action);
        assertThat(agency.policyFrom()).isEqualTo(recorded);
    }

    private static AgencyHistory.Policy policy(String recordedOn, String limit, Agency.OverLimit action) {
        return new AgencyHistory.Policy(LocalDate.parse(recordedOn), limit == null ? null : Usd.of(limit), action);
    }
}
