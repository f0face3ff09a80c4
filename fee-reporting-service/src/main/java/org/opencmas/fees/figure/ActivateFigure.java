package org.opencmas.fees.figure;

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
import org.opencmas.fees.figure.FeeRepostings.Range;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.fees.obligation.ReportDueRules;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.fees.rate.FeeRateTable;
import org.opencmas.http.Caller;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.TimeOrderedId;

/**
 * Makes a proposed figure count. It waits for the ledger, so that whatever is posted was worked out wholly before it or wholly after.
 *
 * <p>Refuses: a figure that is not there (404), that counts already, and the person who proposed it (409).
 */
@ApplicationScoped
class ActivateFigure {
    private final FeeRateTable rates;
    private final ReportDueRules dueRules;
    private final ReportObligations obligations;
    private final FeeRepostings repostings;
    private final FeeRateActivated events;
    private final Journal journal;
    private final Caller caller;
    private final DataSource dataSource;
    private final Clock clock;

    ActivateFigure(
            FeeRateTable rates,
            ReportDueRules dueRules,
            ReportObligations obligations,
            FeeRepostings repostings,
            FeeRateActivated events,
            Journal journal,
            Caller caller,
            DataSource dataSource,
            Clock clock) {
        this.rates = rates;
        this.dueRules = dueRules;
        this.obligations = obligations;
        this.repostings = repostings;
        this.events = events;
        this.journal = journal;
        this.caller = caller;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * The rate counts from now on; the orders that bear it are posted again one after the other.
     *
     * @return the reposting that does it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID feeRate(UUID figureId) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            rates.activate(connection, figureId, caller.subject(), now);
            var activated = rates.get(connection, figureId);
            LocalDate from = activated.figure().firstOrderDate();
            var range = new Range(from, rates.load(connection).lastDateFrom(from));
            UUID repostingId = TimeOrderedId.next();
            repostings.add(connection, repostingId, figureId, range, now);
            journal.append(new Actor(caller.subject(), null, caller.requestId()), events.of(activated, repostingId));
            return repostingId;
        }
    }

    /**
     * The due rule counts from now on; every report that is not filed gets the due date that it says.
     *
     * @return how many due dates changed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int reportDueRule(UUID figureId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            dueRules.activate(
                    connection, figureId, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            return obligations.applyDueRules(connection);
        }
    }
}
