package org.opencmas.compliance.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.Upgrade;
import org.opencmas.terms.ProgramCalendar;

@DisplayName("A copy kept before there were timelines counts a status from a day that is not in the future")
class StatusTimelineUpgradeTest {
    private static final String LAST_VERSION_BEFORE = "4";

    @Test
    void fromTheFirstDayOfItsTermsOrFromTheUpgrade() throws SQLException {
        LocalDate before = LocalDate.now(ProgramCalendar.ZONE);
        Upgrade.after(
                LAST_VERSION_BEFORE,
                statement -> {
                    statement.execute(snapshot(1, "ACTIVE", "2026-01-01"));
                    statement.execute(snapshot(2, "ACTIVE", "2199-01-01"));
                    statement.execute(snapshot(3, "TERMINATED", "2199-01-01"));
                },
                statement -> {
                    LocalDate after = LocalDate.now(ProgramCalendar.ZONE);
                    List<LocalDate> since = new ArrayList<>();
                    try (ResultSet row =
                            statement.executeQuery("select status_since from agreement_snapshot order by version")) {
                        while (row.next()) {
                            since.add(row.getObject(1, LocalDate.class));
                        }
                    }
                    assertThat(since.getFirst()).isEqualTo("2026-01-01");
                    assertThat(since.subList(1, 3))
                            .allSatisfy(day -> assertThat(day).isBetween(before, after));
                });
    }

    private static String snapshot(long version, String status, String effectiveOn) {
        return """
                insert into agreement_snapshot (cmas_number, version, effective_on, supplement_number, contractor_id,
                    contractor_name, status, term_start, term_end, for_use_by, nsp_provision, listed_certifications)
                values ('4-26-09-0001', %d, '%s', 0, gen_random_uuid(), 'Old Turf, Inc.', '%s', '2026-01-01', '2028-12-31',
                    'STATE_AND_LOCAL', false, '[]')
                """.formatted(version, effectiveOn, status);
    }
}
