package org.opencmas.fees.report.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.problem.RefusedByRule;

/**
 * Files every open report of a contractor that has nothing to report, whatever its agreement and however old. Reports with sales are left
 * as they are and named with the reason.
 */
@ApplicationScoped
class FileZeroReports {
    /**
     * Most reports filed by one call, so that its transaction stays short; a contractor with more asks again. Reports with sales do not
     * count: else the oldest of them would stand in the way of all later ones for ever.
     */
    static final int MOST = 500;

    private final ReportObligations obligations;
    private final FileReport fileReport;
    private final DataSource dataSource;
    private final Clock clock;

    FileZeroReports(ReportObligations obligations, FileReport fileReport, DataSource dataSource, Clock clock) {
        this.obligations = obligations;
        this.fileReport = fileReport;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * What became of one report.
     *
     * @param receiptNumber null where it was not filed
     * @param reason why it was not filed; null where it was
     */
    record Outcome(
            AgreementQuarter report,
            @Nullable String receiptNumber,
            @Nullable String reason) {}

    /** Files in the current transaction, all or, when one fails for another reason than what it reports, none. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Outcome> fileAll(UUID contractorId, Contact contact) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            List<Outcome> outcomes = new ArrayList<>();
            int filed = 0;
            for (AgreementQuarter report : obligations.unfiled(connection, contractorId, LocalDate.now(clock))) {
                if (filed == MOST) {
                    break;
                }
                Outcome outcome = file(report, contact);
                filed += outcome.receiptNumber() == null ? 0 : 1;
                outcomes.add(outcome);
            }
            return outcomes;
        }
    }

    private Outcome file(AgreementQuarter report, Contact contact) throws SQLException {
        try {
            return new Outcome(
                    report,
                    fileReport
                            .fileZero(report.agreement(), report.quarter(), contact)
                            .receiptNumber(),
                    null);
        } catch (RefusedByRule refusal) {
            return new Outcome(report, null, refusal.detail());
        }
    }
}
