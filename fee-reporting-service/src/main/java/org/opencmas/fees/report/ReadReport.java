package org.opencmas.fees.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.obligation.ReportObligation;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.problem.NotFound;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/** Reads a report that the caller may see, as the ledger has it at this moment. */
@ApplicationScoped
class ReadReport {
    private final ReportObligations obligations;
    private final Statements statements;
    private final Visibility visibility;
    private final ObjectMapper json;

    ReadReport(ReportObligations obligations, Statements statements, Visibility visibility, ObjectMapper json) {
        this.obligations = obligations;
        this.statements = statements;
        this.visibility = visibility;
        this.json = json;
    }

    /** @throws NotFound when no report is expected, or when it is another contractor's than the caller's */
    ReportObligation expected(Connection connection, CmasNumber agreement, CalendarQuarter quarter)
            throws SQLException {
        // A token that names no contractor is refused whether or not there is a report: the database shows it none.
        visibility.onlyContractor();
        return obligations
                .find(connection, agreement, quarter)
                .filter(obligation -> visibility.includes(obligation.contractorId()))
                .orElseThrow(() -> new NotFound("quarterly report", agreement + " " + quarter));
    }

    /** A report is the agreement's, with what was posted, credited and left open while another contractor held it. */
    Statement prefilled(Connection connection, ReportObligation obligation) throws SQLException {
        return Tenant.seeingAll(() -> statements.prefill(connection, obligation));
    }

    /** For the ETag: another number for any other content. */
    long version(Statement statement) {
        return Fingerprint.of(json, statement).version();
    }
}
