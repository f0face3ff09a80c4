package org.opencmas.fees.report.filed;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.ledger.declared.LookAlike;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.obligation.ReportObligation;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.fees.report.draft.DeclareAdded;
import org.opencmas.fees.report.draft.ReadReported;
import org.opencmas.fees.report.draft.ReportDraft;
import org.opencmas.fees.report.draft.ReportDrafts;
import org.opencmas.fees.report.draft.Reported;
import org.opencmas.fees.report.statement.Statement;
import org.opencmas.fees.report.statement.Statements;
import org.opencmas.problem.NotFound;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/** Reads a report that the caller may see, as the ledger has it at this moment. */
@ApplicationScoped
public class ReadReport {
    private final ReportObligations obligations;
    private final Statements statements;
    private final FiledStatements filed;
    private final ReportDrafts drafts;
    private final ReportVersions versions;
    private final ReadReported readReported;
    private final DeclareAdded declareAdded;
    private final Visibility visibility;
    private final ObjectMapper json;

    ReadReport(
            ReportObligations obligations,
            Statements statements,
            FiledStatements filed,
            ReportDrafts drafts,
            ReportVersions versions,
            ReadReported readReported,
            DeclareAdded declareAdded,
            Visibility visibility,
            ObjectMapper json) {
        this.obligations = obligations;
        this.statements = statements;
        this.filed = filed;
        this.drafts = drafts;
        this.versions = versions;
        this.readReported = readReported;
        this.declareAdded = declareAdded;
        this.visibility = visibility;
        this.json = json;
    }

    /** @throws NotFound when no report is expected, or when it is another contractor's than the caller's */
    public ReportObligation expected(Connection connection, CmasNumber agreement, CalendarQuarter quarter)
            throws SQLException {
        // A token that names no contractor is refused whether or not there is a report: the database shows it none.
        visibility.onlyContractor();
        return obligations
                .find(connection, agreement, quarter)
                .filter(obligation -> visibility.includes(obligation.contractorId()))
                .orElseThrow(() -> new NotFound("quarterly report", agreement + " " + quarter));
    }

    /** A report is the agreement's, with what was posted, credited and left open while another contractor held it. */
    public Statement prefilled(Connection connection, ReportObligation obligation) throws SQLException {
        return Tenant.seeingAll(() -> statements.prefill(connection, obligation));
    }

    /** The report with all that the contractor and DGS have said about it. */
    public ReportStanding standing(Connection connection, CmasNumber agreement, CalendarQuarter quarter)
            throws SQLException {
        ReportObligation obligation = expected(connection, agreement, quarter);
        var report = new AgreementQuarter(agreement, quarter);
        Optional<ReportDraft> draft = drafts.open(connection, report);
        Statement statement = foreseen(connection, prefilled(connection, obligation), obligation, draft);
        Optional<Reported> reported =
                draft.isEmpty() ? Optional.empty() : Optional.of(readReported.of(connection, statement, draft.get()));
        Optional<FiledStatement> first = filed.of(agreement, quarter);
        Optional<ReportVersions.Version> last = versions.last(connection, report);
        return new ReportStanding(
                obligation, statement, draft, reported, first, last, version(statement, draft, first, last));
    }

    /** What an unfiled report's draft adds that looks like a known order typed otherwise. */
    public List<LookAlike> alike(Connection connection, ReportStanding standing) throws SQLException {
        ReportObligation obligation = standing.obligation();
        return standing.draft().isEmpty() || obligation.filed()
                ? List.of()
                : declareAdded.alike(
                        connection,
                        new AgreementQuarter(obligation.agreement(), obligation.quarter()),
                        standing.draft().get());
    }

    /** With the fee of what the draft adds, as it would be filed now; a filed report stays as it was. */
    private Statement foreseen(
            Connection connection, Statement statement, ReportObligation obligation, Optional<ReportDraft> draft)
            throws SQLException {
        if (obligation.filed()
                || draft.stream().allMatch(each -> each.content().added().isEmpty())) {
            return statement;
        }
        return statement.declaring(declareAdded.foreseen(
                connection, new AgreementQuarter(obligation.agreement(), obligation.quarter()), draft.orElseThrow()));
    }

    /** @param version for the ETag, the same as that of the whole standing */
    public record Filed(FiledStatement statement, long version) {}

    /** The first filing alone: what it says does not depend on the ledger any more. */
    public Optional<Filed> filed(Connection connection, CmasNumber agreement, CalendarQuarter quarter)
            throws SQLException {
        ReportObligation obligation = expected(connection, agreement, quarter);
        Optional<FiledStatement> first = obligation.filed() ? filed.of(agreement, quarter) : Optional.empty();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var report = new AgreementQuarter(agreement, quarter);
        return Optional.of(new Filed(
                first.get(),
                filedVersion(first.get(), drafts.open(connection, report), versions.last(connection, report))));
    }

    /** For the ETag: another number for any other content. */
    private long version(
            Statement statement,
            Optional<ReportDraft> draft,
            Optional<FiledStatement> first,
            Optional<ReportVersions.Version> last) {
        if (first.isPresent()) {
            return filedVersion(first.get(), draft, last);
        }
        Object content =
                draft.isEmpty() ? statement : List.of(statement, draft.get().version());
        return Fingerprint.of(json, content).version();
    }

    private long filedVersion(
            FiledStatement first, Optional<ReportDraft> draft, Optional<ReportVersions.Version> last) {
        if (draft.isEmpty() && last.isEmpty()) {
            return first.version();
        }
        return Fingerprint.of(
                        json,
                        List.of(
                                first.receiptNumber(),
                                draft.map(ReportDraft::version).orElse(0),
                                last.map(ReportVersions.Version::version).orElse(0)))
                .version();
    }
}
