package org.opencmas.fees.report.saving;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.report.draft.ReportDraft;
import org.opencmas.fees.report.draft.ReportDrafts;
import org.opencmas.fees.report.draft.StagedRows;
import org.opencmas.fees.report.filed.ReadReport;
import org.opencmas.fees.report.filed.ReportStanding;
import org.opencmas.fees.report.statement.Statement;
import org.opencmas.fees.upload.CheckedReportFile;
import org.opencmas.fees.upload.ReportReading;
import org.opencmas.fees.upload.ReportRowRules;
import org.opencmas.fees.upload.RowFault;
import org.opencmas.http.Caller;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/**
 * Saves what a contractor says about its report, as a whole or not at all; nothing is filed by it. Saved again, the later one counts, and
 * the earlier is kept. After the report was filed it is the draft of a correction.
 *
 * <p>Refuses: another contractor's or an unexpected report (404), a report that changed since it was read (412), faults in lines (400) or
 * in rows of a file (422), all of them at once.
 */
@ApplicationScoped
class SaveReportDraft {
    private final ReadReport readReport;
    private final ReportDrafts drafts;
    private final Caller caller;
    private final DataSource dataSource;
    private final Clock clock;

    SaveReportDraft(ReadReport readReport, ReportDrafts drafts, Caller caller, DataSource dataSource, Clock clock) {
        this.readReport = readReport;
        this.drafts = drafts;
        this.caller = caller;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Saves lines that came as JSON. */
    @Transactional
    public ReportStanding save(
            CmasNumber agreement, CalendarQuarter quarter, @Nullable String ifMatch, ReportDraft.Content content)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            ReportStanding standing = readReport.standing(connection, agreement, quarter);
            standing.require(ifMatch);
            refuseFaults(content, standing.statement());
            return save(connection, standing, content);
        }
    }

    /**
     * Saves the rows of a file, which is the contractor's whole report: a pre-filled line that it has not is disputed. The same file once
     * more changes nothing.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public ReportStanding upload(CmasNumber agreement, CalendarQuarter quarter, @Nullable String ifMatch, SentFile file)
            throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection();
                StagedRows rows = StagedRows.open(connection)) {
            // Read before the lock is taken: a large file must not keep postings waiting.
            readReport.expected(connection, agreement, quarter);
            ReportReading reading = ReportReading.of(file.path(), agreement, quarter, LocalDate.now(clock), rows);
            rows.end();
            LedgerLock.take(connection);
            ReportStanding standing = readReport.standing(connection, agreement, quarter);
            standing.require(ifMatch);
            refuseFaults(reading);
            return save(connection, standing, file, rows);
        }
    }

    /**
     * Gives a file back as a workbook with what is wrong; nothing is saved.
     *
     * @return how many faults it has
     */
    int check(CmasNumber agreement, CalendarQuarter quarter, SentFile file, OutputStream to)
            throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection()) {
            readReport.expected(connection, agreement, quarter);
        }
        return CheckedReportFile.withFaults(file.path(), agreement, quarter, LocalDate.now(clock), to);
    }

    private ReportStanding save(Connection connection, ReportStanding standing, SentFile file, StagedRows rows)
            throws SQLException {
        var uploaded = new UploadedReport(standing.statement().lines());
        List<Integer> answering = new ArrayList<>();
        rows.named(uploaded.names(), (place, row) -> {
            if (uploaded.answers(row)) {
                answering.add(place);
            }
        });
        int added = rows.count() - answering.size();
        boolean isInDocument = added <= ReportDraft.MOST_IN_DOCUMENT;
        var content = new ReportDraft.Content(uploaded.answers(), isInDocument ? rows.without(answering) : List.of());
        ReportDraft draft = draft(ReportDraft.Origin.UPLOAD, content, isInDocument ? 0 : added, file.sha256());
        if (standing.draft().filter(draft::isSameUpload).isPresent()) {
            return standing;
        }
        AgreementQuarter report = report(standing);
        UUID contractorId = standing.obligation().contractorId().orElseThrow();
        int version = drafts.add(connection, report, contractorId, draft);
        if (!isInDocument) {
            rows.keepWithout(answering, report, contractorId, version);
        }
        return readReport.standing(connection, report.agreement(), report.quarter());
    }

    private ReportStanding save(Connection connection, ReportStanding standing, ReportDraft.Content content)
            throws SQLException {
        AgreementQuarter report = report(standing);
        drafts.add(
                connection,
                report,
                standing.obligation().contractorId().orElseThrow(),
                draft(ReportDraft.Origin.LINES, content, 0, null));
        return readReport.standing(connection, report.agreement(), report.quarter());
    }

    private static AgreementQuarter report(ReportStanding standing) {
        return new AgreementQuarter(
                standing.obligation().agreement(), standing.obligation().quarter());
    }

    /** A saving that has no version yet. */
    private ReportDraft draft(
            ReportDraft.Origin origin, ReportDraft.Content content, int addedRows, @Nullable String fileSha256) {
        return new ReportDraft(
                0,
                origin,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.name(),
                content,
                addedRows,
                fileSha256);
    }

    private void refuseFaults(ReportDraft.Content content, Statement statement) {
        var fields = new FieldReader();
        LineFaults.check(
                fields,
                content.answers(),
                AnswerRules.of(statement),
                content.added(),
                new ReportRowRules(statement.quarter(), LocalDate.now(clock)));
        fields.requireNoFaults();
    }

    private static void refuseFaults(ReportReading reading) {
        if (!reading.faults().isEmpty()) {
            int total = reading.totalFaults();
            throw new RefusedByRule(
                    "report-rows-refused",
                    "The file has " + total + (total == 1 ? " fault" : " faults")
                            + "; nothing of it was saved. Mend it and send it again; /upload-checks gives it back as a"
                            + " workbook with what is wrong beside each row.",
                    reading.faults().stream().map(RowFault::fault).toList(),
                    Map.of("totalFaults", total, "rowsRead", reading.rowsRead()));
        }
    }
}
