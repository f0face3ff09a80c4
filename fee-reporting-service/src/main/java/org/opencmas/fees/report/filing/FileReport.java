package org.opencmas.fees.report.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.feeproof.FeeProof;
import org.opencmas.fees.feeproof.FeeProofs;
import org.opencmas.fees.ledger.declared.LookAlike;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.obligation.ObligationState;
import org.opencmas.fees.obligation.ReportObligation;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.fees.report.draft.DeclareAdded;
import org.opencmas.fees.report.draft.Reported;
import org.opencmas.fees.report.filed.FiledStatement;
import org.opencmas.fees.report.filed.FiledStatements;
import org.opencmas.fees.report.filed.Fingerprint;
import org.opencmas.fees.report.filed.QuarterlyReportView;
import org.opencmas.fees.report.filed.ReadReport;
import org.opencmas.fees.report.filed.ReportStanding;
import org.opencmas.fees.report.filed.ReportVersions;
import org.opencmas.fees.report.statement.QuarterFee;
import org.opencmas.fees.report.statement.Statement;
import org.opencmas.http.Caller;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Freshness;
import org.opencmas.journal.Journal;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * Files a contractor's report as the ledger has it, and beside it what the contractor says otherwise; the fee of the orders that it adds is
 * due with it. From then on the quarter is closed for the agreement: later differences are
 * posted to the next open quarter.
 *
 * <p>Refuses: another contractor's or an unexpected report (404), one filed already (409), a quarter that is not over or that
 * has a fee which cannot be worked out yet (422), and a report that changed since the caller read it (412); and one whose orders
 * are being posted again at a new rate (503).
 */
@ApplicationScoped
class FileReport {
    private final ReportObligations obligations;
    private final ReadReport readReport;
    private final FiledStatements filed;
    private final ReportVersions versions;
    private final DeclareAdded declareAdded;
    private final ProveFee proveFee;
    private final FeeProofs proofs;
    private final ReportFiled events;
    private final Journal journal;
    private final Freshness freshness;
    private final Caller caller;
    private final DataSource dataSource;
    private final ObjectMapper json;
    private final Clock clock;

    FileReport(
            ReportObligations obligations,
            ReadReport readReport,
            FiledStatements filed,
            ReportVersions versions,
            DeclareAdded declareAdded,
            ProveFee proveFee,
            FeeProofs proofs,
            ReportFiled events,
            Journal journal,
            Freshness freshness,
            Caller caller,
            DataSource dataSource,
            ObjectMapper json,
            Clock clock) {
        this.obligations = obligations;
        this.readReport = readReport;
        this.filed = filed;
        this.versions = versions;
        this.declareAdded = declareAdded;
        this.proveFee = proveFee;
        this.proofs = proofs;
        this.events = events;
        this.journal = journal;
        this.freshness = freshness;
        this.caller = caller;
        this.dataSource = dataSource;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Files the report in the current transaction, with what the contractor saved about it.
     *
     * @param ifMatch the ETag of the report that the caller read
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public FiledStatement file(CmasNumber agreement, CalendarQuarter quarter, @Nullable String ifMatch, Contact contact)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            ReportStanding standing = readReport.standing(connection, agreement, quarter);
            refuseFiled(standing);
            refuseUnfinished(standing.obligation());
            refuseUncomputable(standing.statement());
            standing.require(ifMatch);
            standing.refuseOutdatedDraft();
            return file(connection, standing, contact);
        }
    }

    /**
     * Files the report of a quarter without sales in the current transaction. It needs no reading before: where there is anything to
     * report it is refused, and nothing was written by then.
     */
    @Transactional(value = Transactional.TxType.MANDATORY, dontRollbackOn = RefusedByRule.class)
    public FiledStatement fileZero(CmasNumber agreement, CalendarQuarter quarter, Contact contact) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            ReportStanding standing = readReport.standing(connection, agreement, quarter);
            refuseFiled(standing);
            refuseUnfinished(standing.obligation());
            refuseUncomputable(standing.statement());
            refuseSales(standing);
            return file(connection, standing, contact);
        }
    }

    private FiledStatement file(Connection connection, ReportStanding standing, Contact contact) throws SQLException {
        Statement statement = declare(connection, standing);
        Reported reported = standing.reported().orElse(null);
        Instant filedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        QuarterlyReportView.Filing filing = filing(statement, contact, filedAt);
        QuarterFee fee = statement.fee();
        var filedStatement = new FiledStatement(
                statement,
                filing,
                fee,
                reported,
                write(QuarterlyReportView.of(
                        statement,
                        ObligationState.FILED,
                        reported,
                        alike(connection, standing),
                        filing,
                        freshness.asOf(connection))));
        filed.persist(filedStatement);
        obligations.markFiled(connection, statement.agreement(), statement.quarter(), filedAt, fee.due());
        versions.addComparison(connection, statement, reported, 1);
        FeeProof.Sealed proof = proveFee.prove(connection, statement, filing.receiptNumber());
        proofs.keep(
                connection,
                new AgreementQuarter(statement.agreement(), statement.quarter()),
                statement.contractorId().orElseThrow(),
                proof);
        journal.append(
                new Actor(
                        caller.subject(), statement.contractorId().orElseThrow().toString(), caller.requestId()),
                events.of(statement, filing, proof.sha256()));
        return filedStatement;
    }

    /** The statement with the fee of the orders that the report adds and no agency's order answers. */
    private Statement declare(Connection connection, ReportStanding standing) throws SQLException {
        if (standing.draft().stream().noneMatch(draft -> draft.addedCount() > 0)) {
            return standing.statement();
        }
        return standing.statement()
                .declaring(declareAdded.declare(
                        connection,
                        new AgreementQuarter(
                                standing.obligation().agreement(),
                                standing.obligation().quarter()),
                        standing.obligation().contractorId().orElseThrow(),
                        standing.draft().orElseThrow(),
                        1));
    }

    private List<LookAlike> alike(Connection connection, ReportStanding standing) throws SQLException {
        return standing.draft().stream().noneMatch(draft -> draft.addedCount() > 0)
                ? List.of()
                : declareAdded.alike(
                        connection,
                        new AgreementQuarter(
                                standing.obligation().agreement(),
                                standing.obligation().quarter()));
    }

    private QuarterlyReportView.Filing filing(Statement statement, Contact contact, Instant filedAt) {
        String digits = Fingerprint.of(json, Map.of("statement", statement, "filedAt", filedAt))
                .receiptDigits();
        return new QuarterlyReportView.Filing(
                statement.agreement() + "/" + statement.quarter() + "/" + digits,
                filedAt,
                caller.name(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.remarks());
    }

    private static void refuseFiled(ReportStanding standing) {
        if (standing.first().isPresent()) {
            FiledStatement before = standing.first().get();
            throw new Conflict(
                    "report-already-filed",
                    "The report of " + standing.obligation().agreement() + " for "
                            + standing.obligation().quarter() + " was filed at " + before.filedAt()
                            + ". Later changes of its orders appear in the next open quarter's report; what the report"
                            + " itself said wrongly is corrected by a version of it, at its /corrections.",
                    Map.of("receiptNumber", before.receiptNumber()));
        }
    }

    private static void refuseSales(ReportStanding standing) {
        Statement statement = standing.statement();
        boolean hasAdded = standing.draft().stream().anyMatch(draft -> draft.addedCount() > 0);
        Usd declared = statement.totals().feeDeclared();
        if (!statement.lines().isEmpty() || hasAdded || !declared.isZero()) {
            throw new RefusedByRule(
                    "report-has-sales",
                    "The report of " + statement.agreement() + " for " + statement.quarter() + " has "
                            + statement.lines().size() + (statement.lines().size() == 1 ? " line" : " lines")
                            + (hasAdded ? " and a draft with more" : "")
                            + (declared.isZero() ? "" : " and a fee of " + declared + " of orders that reports declare")
                            + ", so it is not filed at zero. Read it and file it at its /submission.",
                    Map.of("lineCount", statement.lines().size()));
        }
    }

    private void refuseUnfinished(ReportObligation obligation) {
        LocalDate today = LocalDate.now(clock);
        if (obligation.stateOn(today) == ObligationState.OPEN) {
            LocalDate first = obligation.quarter().lastDay().plusDays(1);
            throw new RefusedByRule(
                    "quarter-not-over",
                    obligation.quarter() + " is not over. The report can be filed from " + first + " on.",
                    Map.of("fileableFrom", first.toString()));
        }
    }

    private static void refuseUncomputable(Statement statement) {
        if (!statement.uncomputable().isEmpty()) {
            throw new RefusedByRule(
                    "fee-uncomputable",
                    "The fee of " + statement.uncomputable().size()
                            + " orders cannot be worked out yet, and an unknown fee is not zero.",
                    Map.of("uncomputable", statement.uncomputable()));
        }
    }

    private String write(QuarterlyReportView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always JSON", e);
        }
    }
}
