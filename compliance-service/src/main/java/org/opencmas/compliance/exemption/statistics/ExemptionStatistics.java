package org.opencmas.compliance.exemption.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * How many determinations there are by agreement, reason and decision. A determination whose search found several agreements counts once
 * for each, and one that found none counts for none of them.
 */
@ApplicationScoped
class ExemptionStatistics {
    static final int MOST_ROWS = 1000;

    private static final String SELECT = """
            select found.agreement, d.outcome, d.determination::jsonb ->> 'requirement' as requirement, x.decision,
                   count(*) as determinations,
                   sum((d.facts::jsonb #>> '{procurement,estimatedAmount}')::numeric) as estimated_amount,
                   count(*) filter (where exists (
                       select from exemption_withdrawal w where w.agency_id = d.agency_id and w.determination_id = d.determination_id))
                       as marked
              from exemption_determination d
              left join exemption_decision x using (agency_id, determination_id)
              left join lateral (
                select each ->> 'number' as agreement
                  from jsonb_array_elements(case when jsonb_typeof(d.facts::jsonb #> '{search,found}') = 'array'
                                                 then d.facts::jsonb #> '{search,found}' else '[]'::jsonb end) each) found on true
             where d.procured_on between ? and ?
             group by found.agreement, d.outcome, d.determination::jsonb ->> 'requirement', x.decision
             order by determinations desc, found.agreement nulls last, d.outcome, requirement, x.decision nulls first
             limit ?
            """;

    /** One line of the statistics. */
    @Schema(
            name = "ExemptionStatisticsRow",
            description = "Determinations on one agreement with one reason and decision.")
    record Row(
            @Schema(description = "The agreement that the search found; null where it found none or was not made.")
            @Nullable
            String agreement,

            @Schema(description = "What followed for the buyer.")
            String outcome,

            @Schema(description = "The requirement that decided: the reason.")
            String requirement,

            @Schema(description = "APPROVED or DENIED; null where nobody decided.") @Nullable
            String decision,

            @Schema(description = "How many determinations.")
            int determinations,

            @Schema(description = "US dollars that they come to, as estimated.")
            Usd estimatedAmount,

            @Schema(description = "How many of them have an attestation that was withdrawn.")
            int marked) {}

    /** The most frequent lines first, at most {@value #MOST_ROWS}. */
    List<Row> rows(Connection connection, LocalDate from, LocalDate through) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, from);
            select.setObject(2, through);
            select.setInt(3, MOST_ROWS);
            try (ResultSet row = select.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(new Row(
                            row.getString("agreement"),
                            row.getString("outcome"),
                            row.getString("requirement"),
                            row.getString("decision"),
                            row.getInt("determinations"),
                            Usd.of(row.getBigDecimal("estimated_amount")),
                            row.getInt("marked")));
                }
                return rows;
            }
        }
    }
}
