package org.opencmas.fees.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.ledger.posting.LedgerLock;
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

/**
 * Proposes settlements, approves and withdraws them.
 *
 * <p>Refuses: one by which nothing would be or is settled (422); an approval by its proposer, and anything done with one that is approved or
 * withdrawn (409, by the database too).
 */
@ApplicationScoped
class SettleObligations {
    private final Settlements settlements;
    private final NewEvents events;
    private final Journal journal;
    private final Caller caller;
    private final DataSource dataSource;
    private final Clock clock;

    SettleObligations(
            Settlements settlements,
            NewEvents events,
            Journal journal,
            Caller caller,
            DataSource dataSource,
            Clock clock) {
        this.settlements = settlements;
        this.events = events;
        this.journal = journal;
        this.caller = caller;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** @param contractorId null for everybody's */
    @Transactional(Transactional.TxType.MANDATORY)
    public Settlement propose(@Nullable UUID contractorId, CalendarQuarter through, String reason) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = dataSource.getConnection()) {
            var proposal = new Settlements.Proposal(
                    TimeOrderedId.next(), contractorId, through, reason, caller.subject(), now());
            if (settlements.propose(connection, proposal, today) == 0) {
                throw new RefusedByRule(
                        "nothing-to-settle",
                        "Nothing through " + through
                                + " was due before the suite began, without any order known here, and"
                                + " is neither begun nor filed nor settled; nor is a fee open of a report filed before payments were"
                                + " kept. What came due since is filed and paid.");
            }
            return get(connection, proposal.settlementId(), today);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public Settlement approve(UUID settlementId) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = dataSource.getConnection()) {
            // No report is filed and nothing is posted between the look at what is owed and the commit.
            LedgerLock.take(connection);
            Settlement proposed = get(connection, settlementId, today);
            requireOpen(proposed);
            if (proposed.proposedBy().equals(caller.subject())) {
                throw new Conflict(
                        "second-person-needed",
                        "A settlement is approved by another person than the one who proposed it.");
            }
            if (settlements.approve(connection, settlementId, caller.subject(), now(), today) == 0) {
                throw new RefusedByRule(
                        "nothing-to-settle",
                        "All that was proposed was filed, paid, sold or settled since: nothing is left to settle.");
            }
            Settlement settled = get(connection, settlementId, today);
            journal.append(
                    new Actor(caller.subject(), null, caller.requestId()),
                    events.of("cmas.reports", settlementId.toString(), 1, "obligations.settled.v1", settled));
            return settled;
        }
    }

    /** Gives up a settlement that nobody has approved. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Settlement withdraw(UUID settlementId, String reason) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            requireOpen(get(connection, settlementId, today));
            settlements.withdraw(connection, settlementId, new Withdrawal(caller.subject(), now(), reason));
            return get(connection, settlementId, today);
        }
    }

    private static void requireOpen(Settlement settlement) {
        if (settlement.approvedAt() != null) {
            throw new Conflict(
                    "settlement-approved", "The settlement was approved already, at " + settlement.approvedAt() + ".");
        }
        Withdrawal.requireNone(settlement.withdrawal());
    }

    private Settlement get(Connection connection, UUID settlementId, LocalDate today) throws SQLException {
        return settlements
                .find(connection, settlementId, today)
                .orElseThrow(() -> new NotFound("settlement", settlementId));
    }
}
