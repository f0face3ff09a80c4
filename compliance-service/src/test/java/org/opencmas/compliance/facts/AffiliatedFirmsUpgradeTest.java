package org.opencmas.compliance.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.Upgrade;

@DisplayName(
        "Firms that orders called of one family before there was a list of firms are in it, each once, since the first day")
class AffiliatedFirmsUpgradeTest {
    private static final String LAST_VERSION_BEFORE = "61";
    private static final UUID FIRM = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    @Test
    void inBothDirectionsAndLaterOrdersAreAdded() throws SQLException {
        Upgrade.after(
                LAST_VERSION_BEFORE,
                statement -> {
                    statement.execute(named(FIRM, OTHER, "2026-02-02"));
                    statement.execute(named(OTHER, FIRM, "2026-02-01"));
                    statement.execute(named(FIRM, OTHER, "2026-02-03"));
                },
                statement -> {
                    assertThat(firms(statement))
                            .containsExactly(FIRM + " " + OTHER + " 2026-02-01", OTHER + " " + FIRM + " 2026-02-01");

                    statement.execute(named(OTHER, FIRM, "2026-01-31"));
                    statement.execute(named(FIRM, OTHER, "2026-03-01"));
                    statement.execute(named(THIRD, FIRM, "2026-03-02"));
                    assertThat(firms(statement))
                            .containsExactly(
                                    FIRM + " " + OTHER + " 2026-01-31",
                                    FIRM + " " + THIRD + " 2026-03-02",
                                    OTHER + " " + FIRM + " 2026-01-31",
                                    THIRD + " " + FIRM + " 2026-03-02");
                });
    }

    private static String named(UUID contractor, UUID affiliate, String day) {
        return """
                insert into named_affiliate (agency_id, order_id, contractor_id, affiliate_id, named_on)
                values (gen_random_uuid(), gen_random_uuid(), '%s', '%s', '%s')
                """.formatted(contractor, affiliate, day);
    }

    private static List<String> firms(Statement statement) throws SQLException {
        List<String> firms = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "select concat_ws(' ', contractor_id, affiliate_id, named_on) from affiliated_firm order by 1")) {
            while (row.next()) {
                firms.add(row.getString(1));
            }
        }
        return firms;
    }
}
