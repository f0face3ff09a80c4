package org.opencmas.fees.report.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.report.draft.DeclareAdded;
import org.opencmas.fees.report.draft.Reported;
import org.opencmas.fees.report.filed.Fingerprint;
import org.opencmas.fees.report.filed.ReadReport;
import org.opencmas.fees.report.filed.ReportStanding;
import org.opencmas.fees.report.filed.ReportVersions;
import org.opencmas.fees.report.statement.Statement;
import org.opencmas.fees.report.statement.StatementLine;
import org.opencmas.http.Caller;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/**
 * Files a report once more: the saved draft becomes the next version, linked to the one that it corrects. What was filed before stays
 * readable as it was; the quarter's ledger stays closed, and what the correction adds or withdraws moves the fee of the next quarter still
 * open. It is also the plain path of an order that is found late.
 *
 * <p>Refuses: another contractor's or an unexpected report (404), a report that is not filed yet (409), one without a draft that was not
 * filed already or with an outdated one (422), and one that changed since it was read (412). And returns reports as incomplete; refuses
 * what is returned already (409).
 */
@ApplicationScoped
class CorrectReport {
    private final ReadReport readReport;
    private final ReportVersions versions;
    private final DeclareAdded declareAdded;
    private final ReportCorrected events;
    private final Journal journal;
    private final Caller caller;
    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Clock clock;

    CorrectReport(
            ReadReport readReport,
            ReportVersions versions,
            DeclareAdded declareAdded,
            ReportCorrected events,
            Journal journal,
            Caller caller,
            DataSource dataSource,
            ObjectMapper json,
            Clock clock) {
        this.readReport = readReport;
        this.versions = versions;
        this.declareAdded = declareAdded;
        this.events = events;
        this.journal = journal;
        this.caller = caller;
        this.dataSource = dataSource;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A correction as it is read for ever.
     *
     * @param version 2 for the first correction
     * @param corrects the receipt number of the version before
     * @param lines those that the ledger had when the quarter was closed
     * @param reported what the contractor reports from now on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReportCorrection")
    record Correction(
            String cmasNumber,
            CalendarQuarter quarter,
            UUID contractorId,
            int version,
            String receiptNumber,
            String corrects,
            ReportVersions.Reason reason,
            @Nullable String remarks,
            Instant filedAt,
            String filedBy,
            List<StatementLine> lines,
            Reported reported) {}

    /** A correction with its JSON as it was first issued. */
    record Filed(Correction correction, String document) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public Filed correct(
            CmasNumber agreement,
            CalendarQuarter quarter,
            @Nullable String ifMatch,
            ReportVersions.Reason reason,
            @Nullable String remarks)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            ReportStanding standing = readReport.standing(connection, agreement, quarter);
            refuseUnfiled(standing);
            standing.require(ifMatch);
            standing.refuseOutdatedDraft();
            Correction correction = correction(standing, reason, remarks);
            String document = write(correction);
            versions.add(
                    connection,
                    new AgreementQuarter(agreement, quarter),
                    correction.contractorId(),
                    new ReportVersions.Version(
                            correction.version(),
                            correction.receiptNumber(),
                            correction.corrects(),
                            reason,
                            correction.filedAt(),
                            correction.filedBy(),
                            null,
                            null),
                    correction.reported().draftVersion(),
                    document);
            declareAdded.declare(
                    connection,
                    new AgreementQuarter(agreement, quarter),
                    standing.obligation().contractorId().orElse(correction.contractorId()),
                    standing.draft().orElseThrow(),
                    correction.version());
            versions.addComparison(connection, standing.statement(), correction.reported(), correction.version());
            journal.append(
                    actor(correction.contractorId()), events.corrected(correction, eventNumber(connection, standing)));
            return new Filed(correction, document);
        }
    }

    /** Sends the version filed last back to the contractor, with what is missing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int returnAsIncomplete(
            CmasNumber agreement, CalendarQuarter quarter, @Nullable String ifMatch, List<String> reasons)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            ReportStanding standing = readReport.standing(connection, agreement, quarter);
            refuseUnfiled(standing);
            standing.require(ifMatch);
            var report = new AgreementQuarter(agreement, quarter);
            int version = standing.lastVersion();
            if (versions.all(connection, report).getLast().returnedAt() != null) {
                throw new Conflict(
                        "report-already-returned",
                        "Version " + version + " of the report was returned already; the contractor has not answered.");
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            UUID contractorId = standing.first().orElseThrow().contractorId();
            int number = eventNumber(connection, standing);
            versions.addReturn(connection, report, contractorId, version, reasons, now, caller.name());
            journal.append(
                    new Actor(caller.subject(), null, caller.requestId()),
                    events.returned(report, contractorId, version, standing.lastReceipt(), reasons, now, number));
            return version;
        }
    }

    private Correction correction(ReportStanding standing, ReportVersions.Reason reason, @Nullable String remarks) {
        Reported reported = standing.reported()
                .orElseThrow(() -> new RefusedByRule(
                        "nothing-to-correct",
                        "There is no draft that was not filed already. Save at /lines or /uploads what the report is to"
                                + " say, then file it as a correction."));
        Instant filedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Statement statement = standing.statement();
        String digits = Fingerprint.of(json, Map.of("reported", reported, "filedAt", filedAt))
                .receiptDigits();
        return new Correction(
                statement.agreement().canonical(),
                statement.quarter(),
                standing.first().orElseThrow().contractorId(),
                standing.lastVersion() + 1,
                statement.agreement() + "/" + statement.quarter() + "/" + (standing.lastVersion() + 1) + "/" + digits,
                standing.lastReceipt(),
                reason,
                remarks,
                filedAt,
                caller.name(),
                statement.lines(),
                reported);
    }

    /** Events of a report count on from its first filing, which is 1. */
    private int eventNumber(Connection connection, ReportStanding standing) throws SQLException {
        List<ReportVersions.Version> all = versions.all(
                connection,
                new AgreementQuarter(
                        standing.obligation().agreement(), standing.obligation().quarter()));
        long returned =
                all.stream().filter(version -> version.returnedAt() != null).count();
        return standing.lastVersion() + (int) returned + 1;
    }

    private Actor actor(UUID contractorId) {
        return new Actor(caller.subject(), contractorId.toString(), caller.requestId());
    }

    private static void refuseUnfiled(ReportStanding standing) {
        if (standing.first().isEmpty()) {
            throw new Conflict(
                    "report-not-filed",
                    "The report of " + standing.obligation().agreement() + " for "
                            + standing.obligation().quarter() + " is not filed yet.");
        }
    }

    private String write(Correction correction) {
        try {
            return json.writeValueAsString(correction);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always JSON", e);
        }
    }
}
