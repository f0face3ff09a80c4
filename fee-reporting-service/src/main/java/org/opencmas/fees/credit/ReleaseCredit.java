package org.opencmas.fees.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.credit.CreditRelease.Said;
import org.opencmas.fees.credit.CreditRelease.Way;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.fees.proposal.ProposalState;
import org.opencmas.fees.proposal.Withdrawal;
import org.opencmas.http.Caller;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvents;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * Releases the credit of an agreement that ended, by two persons. It works under the lock of the ledger, so that no report is filed
 * with a credit that leaves at the same moment.
 *
 * <p>Refuses: an agreement that is not known, and a release that is not (404); an agreement that has not ended or whose reports are not all
 * filed, since those use its credit; more than is left; another agreement that is not the same contractor's or ended itself (422); an
 * approval by the proposer, and anything done with one that is approved or withdrawn (409).
 */
@ApplicationScoped
class ReleaseCredit {
    private final AgreementCredits credits;
    private final CreditReleases releases;
    private final ReportObligations obligations;
    private final NewEvents events;
    private final Journal journal;
    private final Caller caller;
    private final DataSource dataSource;
    private final Clock clock;

    ReleaseCredit(
            AgreementCredits credits,
            CreditReleases releases,
            ReportObligations obligations,
            NewEvents events,
            Journal journal,
            Caller caller,
            DataSource dataSource,
            Clock clock) {
        this.credits = credits;
        this.releases = releases;
        this.obligations = obligations;
        this.events = events;
        this.journal = journal;
        this.caller = caller;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    private Said now() {
        return new Said(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** @param to the agreement that gets it; null where it is paid back */
    @Transactional(Transactional.TxType.MANDATORY)
    public CreditRelease propose(CmasNumber agreement, Usd amount, @Nullable CmasNumber to, String reason)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            AgreementCredit credit = get(connection, agreement);
            var release = new CreditRelease(
                    TimeOrderedId.next(),
                    agreement,
                    credit.contractorId(),
                    to == null ? Way.REFUND : Way.TRANSFER,
                    to,
                    amount,
                    reason,
                    ProposalState.PROPOSED,
                    now(),
                    null,
                    null);
            refuse(connection, credit, release);
            releases.propose(connection, release);
            return release;
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public CreditRelease approve(CmasNumber agreement, UUID releaseId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            CreditRelease release = find(connection, agreement, releaseId);
            requireOpen(release);
            refuse(connection, get(connection, agreement), release);
            releases.approve(connection, release, now());
            CreditRelease approved = find(connection, agreement, releaseId);
            journal.append(
                    new Actor(caller.subject(), null, caller.requestId()),
                    events.of("cmas.fees", releaseId.toString(), 1, "credit.released.v1", approved));
            return approved;
        }
    }

    /** Gives up a release that nobody has approved: it was proposed in error, or is not needed any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public CreditRelease withdraw(CmasNumber agreement, UUID releaseId, String reason) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            CreditRelease release = find(connection, agreement, releaseId);
            requireOpen(release);
            Said now = now();
            releases.withdraw(connection, release, new Withdrawal(now.by(), now.at(), reason));
            return find(connection, agreement, releaseId);
        }
    }

    private static void requireOpen(CreditRelease release) {
        if (release.approval() != null) {
            throw new Conflict(
                    "credit-released",
                    "The release was approved already, at " + release.approval().at() + ".");
        }
        Withdrawal.requireNone(release.withdrawal());
    }

    private CreditRelease find(Connection connection, CmasNumber agreement, UUID releaseId) throws SQLException {
        return releases.find(connection, agreement, releaseId)
                .orElseThrow(() -> new NotFound("release of credit", releaseId));
    }

    private AgreementCredit get(Connection connection, CmasNumber agreement) throws SQLException {
        return credits.find(connection, agreement, LocalDate.now(clock))
                .orElseThrow(() -> new NotFound("agreement", agreement));
    }

    /** Looked at when it is proposed and once more when it is approved. */
    private void refuse(Connection connection, AgreementCredit credit, CreditRelease release) throws SQLException {
        if (!credit.ended()) {
            throw new RefusedByRule(
                    "agreement-in-term",
                    "The agreement " + credit.cmasNumber() + " can be ordered from through " + credit.lastDay()
                            + ": its credit lessens the fee of its next reports by itself.");
        }
        Optional<CalendarQuarter> unfiled = obligations.firstUnfiled(connection, credit.cmasNumber());
        if (unfiled.isPresent()) {
            throw new RefusedByRule(
                    "reports-not-filed",
                    "The report of " + credit.cmasNumber() + " for " + unfiled.get()
                            + " is not filed; its fee uses the credit first.",
                    Map.of("quarter", unfiled.get().toString()));
        }
        if (!credit.contractorId().equals(release.contractorId())) {
            throw new RefusedByRule(
                    "contractor-changed",
                    "The agreement has another holder than when the release was proposed. Propose it anew.");
        }
        if (!release.amount().isAtMost(credit.credit())) {
            throw new RefusedByRule(
                    "credit-overdrawn",
                    "Only " + credit.credit() + " of the agreement's credit is left.",
                    Map.of("credit", credit.credit()));
        }
        if (release.toCmasNumber() != null) {
            refuseTarget(connection, credit, release.toCmasNumber());
        }
    }

    private void refuseTarget(Connection connection, AgreementCredit credit, CmasNumber to) throws SQLException {
        boolean isOfHolder = credits.find(connection, to, LocalDate.now(clock))
                .filter(other -> !other.ended() && other.contractorId().equals(credit.contractorId()))
                .isPresent();
        if (!isOfHolder || to.equals(credit.cmasNumber())) {
            throw new RefusedByRule(
                    "no-agreement-of-contractor",
                    to
                            + " is no other agreement of the same contractor that has not ended. A credit moves where later reports"
                            + " of the contractor use it; where there is no such agreement it is refunded.");
        }
    }
}
