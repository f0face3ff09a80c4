package org.opencmas.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgencyTypeTest {

    @ParameterizedTest
    @DisplayName("GEN-AGENCY-TYPE: CSU and UC are local for CMAS although they are State institutions")
    @CsvSource({
        "CITY,              LOCAL, false",
        "COUNTY,            LOCAL, false",
        "CITY_AND_COUNTY,   LOCAL, false",
        "DISTRICT,          LOCAL, false",
        "K12,               LOCAL, false",
        "COMMUNITY_COLLEGE, LOCAL, false",
        "CSU,               LOCAL, false",
        "UC,                LOCAL, false",
        "OTHER_LOCAL_BODY,  LOCAL, true",
        "STATE_DEPARTMENT,  STATE, false",
    })
    void classOfEachTypeAndWhetherAnAnalystDecides(AgencyType type, AgencyClass agencyClass, boolean analystDecides) {
        assertThat(type.agencyClass()).isEqualTo(agencyClass);
        assertThat(type.needsAnalystDecision()).isEqualTo(analystDecides);
    }

    @Test
    void onlyTheStateDepartmentIsStateClass() {
        assertThat(Arrays.stream(AgencyType.values()).filter(type -> type.agencyClass() == AgencyClass.STATE))
                .containsExactly(AgencyType.STATE_DEPARTMENT);
    }

    @ParameterizedTest
    @DisplayName("FEE-SB-WAIVER: a small business pays no incentive fee, DVBE alone does not waive it")
    @CsvSource({"SB, true", "MB, true", "DVBE, false", "NP, false"})
    void certificationsThatWaive(CertificationType certification, boolean waives) {
        assertThat(certification.waivesIncentiveFee()).isEqualTo(waives);
    }

    @ParameterizedTest
    @DisplayName("A day of the program begins at midnight in California")
    @CsvSource({
        "2026-07-01T06:59:59Z, 2026-06-30",
        "2026-07-01T07:00:00Z, 2026-07-01",
        "2026-01-01T07:59:59Z, 2025-12-31",
        "2026-01-01T08:00:00Z, 2026-01-01",
    })
    void dayOfAnInstant(String instant, String day) {
        assertThat(ProgramCalendar.dateOf(Instant.parse(instant))).hasToString(day);
    }
}
