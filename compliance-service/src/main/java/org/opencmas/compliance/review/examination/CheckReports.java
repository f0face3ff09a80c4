package org.opencmas.compliance.review.examination;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.automatic.MissingReports;
import org.opencmas.compliance.review.finding.automatic.MissingReports.ReportedAgreement;
import org.opencmas.compliance.review.record.Review;
import org.opencmas.compliance.review.record.Review.Period;
import org.opencmas.compliance.review.record.ReviewFindings;
import org.opencmas.compliance.review.record.ReviewFindings.StoredFinding;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/**
 * The last step: asks of every agreement of the contractor, whether orders were sampled on it or not, whether all its reports came. The
 * term is that of the latest snapshot; one that was terminated counts through the day from which it is.
 */
@ApplicationScoped
class CheckReports {
    private static final String SELECT = """
            select a.cmas_number, a.term_start,
                   case when a.status = 'TERMINATED' then least(a.term_end, coalesce(
                       (select max((each ->> 'effectiveOn')::date) from jsonb_array_elements(a.status_timeline) each
                         where each ->> 'status' = 'TERMINATED'), a.status_since)) else a.term_end end as term_end,
                   array(select quarter from filed_report f where f.cmas_number = a.cmas_number) as filed
              from (select distinct on (cmas_number) cmas_number, contractor_id, status, status_timeline, status_since, term_end,
                           min(term_start) over (partition by cmas_number) as term_start
                      from agreement_snapshot
                     where cmas_number in (select cmas_number from agreement_snapshot where contractor_id = ?)
                     order by cmas_number, version desc) a
             where a.contractor_id = ?
             order by a.cmas_number
            """;

    private final ReviewFindings findings;
    private final SettingsOfReview settings;

    CheckReports(ReviewFindings findings, SettingsOfReview settings) {
        this.settings = settings;
        this.findings = findings;
    }

    /** @param today in California */
    void check(Connection connection, Review review, LocalDate today) throws SQLException {
        Period period = review.plan().period();
        int dueDay = settings.of(connection, review).reportDueDay();
        List<StoredFinding> found = new ArrayList<>();
        int number = findings.last(connection, review.reviewId());
        for (ReportedAgreement agreement : agreements(connection, review)) {
            for (ReviewFinding each : MissingReports.find(agreement, period.from(), period.through(), dueDay, today)) {
                found.add(new StoredFinding(++number, null, each));
            }
        }
        findings.add(connection, review, found);
    }

    private static List<ReportedAgreement> agreements(Connection connection, Review review) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, review.contractor().contractorId());
            select.setObject(2, review.contractor().contractorId());
            try (ResultSet row = select.executeQuery()) {
                List<ReportedAgreement> found = new ArrayList<>();
                while (row.next()) {
                    Array filed = row.getArray("filed");
                    found.add(new ReportedAgreement(
                            CmasNumber.parse(row.getString("cmas_number")),
                            row.getObject("term_start", LocalDate.class),
                            row.getObject("term_end", LocalDate.class),
                            Arrays.stream((String[]) filed.getArray())
                                    .map(CalendarQuarter::parse)
                                    .collect(Collectors.toSet())));
                }
                return found;
            }
        }
    }
}
