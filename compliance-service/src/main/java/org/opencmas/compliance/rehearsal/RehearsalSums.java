package org.opencmas.compliance.rehearsal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rehearsal.RehearsalView.FlipsOf;
import org.opencmas.terms.Usd;

/**
 * What the flipped decisions of a rehearsal add up to. The dollars of an order count once, as it stood in the last of its decisions that
 * flip; of an order that two rules stop, each of them has its dollars.
 */
record RehearsalSums(FlipsOf flips, List<FlipsOf> byRule, List<FlipsOf> byAgency) {
    private static final ObjectReader STORED = FactsJson.reader(new TypeReference<RehearsalSums>() {});
    private static final String COUNTS = """
            count(*) filter (where decision_now = 'RETURN'), count(*) filter (where decision_now = 'ISSUE'),
            count(*) filter (where is_last), coalesce(sum(total) filter (where is_last), 0) as dollars
            """;
    private static final String BY_RULE = "select rule, null::uuid, " + COUNTS + """
              from (select rule, decision_now, total, row_number() over (
                             partition by rule, agency_id, agency_order_number order by evaluation_id desc) = 1 as is_last
                      from rehearsal_flip cross join unnest(rules) rule where rehearsal_id = ?) flip
             group by rule order by dollars desc, rule
            """;
    private static final String FLIPS = """
              from (select agency_id, decision_now, total, row_number() over (
                             partition by agency_id, agency_order_number order by evaluation_id desc) = 1 as is_last
                      from rehearsal_flip where rehearsal_id = ?) flip
            """;
    private static final String BY_AGENCY = "select null, agency_id, " + COUNTS + FLIPS
            + " group by agency_id order by dollars desc, agency_id limit 100";
    private static final String ALL = "select null, null::uuid, " + COUNTS + FLIPS;

    /** As they stand now. */
    static RehearsalSums of(Connection connection, UUID rehearsalId) throws SQLException {
        return new RehearsalSums(
                sums(connection, ALL, rehearsalId).getFirst(),
                sums(connection, BY_RULE, rehearsalId),
                sums(connection, BY_AGENCY, rehearsalId));
    }

    /** As they were kept. */
    static RehearsalSums parse(String stored) {
        return FactsJson.read(STORED, stored);
    }

    private static List<FlipsOf> sums(Connection connection, String sql, UUID rehearsalId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, rehearsalId);
            List<FlipsOf> sums = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sums.add(new FlipsOf(
                            row.getString(1),
                            row.getObject(2, UUID.class),
                            row.getInt(3),
                            row.getInt(4),
                            row.getInt(5),
                            Usd.of(row.getBigDecimal(6))));
                }
            }
            return sums;
        }
    }
}
