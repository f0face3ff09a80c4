package org.opencmas.fees.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.opencmas.fees.figure.FeeRepostings.FeeReposting;
import org.opencmas.fees.ledger.declared.DeclaredFees;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.fees.ledger.posting.PostFee;
import org.opencmas.journal.Journal;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.longwork.LongWork;
import org.opencmas.longwork.Stopping;

/**
 * Posts the orders again whose rate has changed: some orders in a transaction, which also notes how far it is, so that after a restart
 * it goes on with the next ones. What is posted is the difference, so doing it twice posts nothing, and news of the same orders may
 * come meanwhile. What reports declare comes last, with the end.
 */
@ApplicationScoped
class RepostFees implements LongWork {
    private static final int ORDERS_AT_A_TIME = 200;

    private final FeeRepostings repostings;
    private final PostFee postFee;
    private final DeclaredFees declaredFees;
    private final Journal journal;
    private final DataSource dataSource;
    private final Clock clock;

    RepostFees(
            FeeRepostings repostings,
            PostFee postFee,
            DeclaredFees declaredFees,
            Journal journal,
            DataSource dataSource,
            Clock clock) {
        this.repostings = repostings;
        this.postFee = postFee;
        this.declaredFees = declaredFees;
        this.journal = journal;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fee-reposting";
    }

    @Override
    public boolean isWaiting(Connection connection) throws SQLException {
        return repostings.findOpen(connection).isPresent();
    }

    @Override
    public void goOn(Stopping stopping) throws SQLException {
        boolean more = true;
        while (more && !stopping.isAsked()) {
            more = next();
            journal.wake();
        }
    }

    /** Does one transaction's part; true when orders may be left. */
    private boolean next() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean more = next(connection);
                connection.commit();
                return more;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private boolean next(Connection connection) throws SQLException {
        LedgerLock.take(connection);
        Optional<FeeReposting> open = repostings.findOpen(connection);
        if (open.isEmpty()) {
            return false;
        }
        FeeReposting reposting = open.get();
        Instant now = clock.instant();
        if (reposting.times().startedAt() == null) {
            repostings.begin(connection, reposting, now);
        }
        List<UUID> orders = repostings.nextOrders(connection, reposting, ORDERS_AT_A_TIME);
        if (orders.isEmpty()) {
            declaredFees.ofDays(
                    connection,
                    reposting.range().from(),
                    reposting.range().through(),
                    null,
                    DeclaredFees.after(cause(reposting)));
            repostings.end(connection, reposting.repostingId(), now);
            return true;
        }
        ReceivedEvent cause = cause(reposting);
        SequencedMap<UUID, ReceivedEvent> changed = new LinkedHashMap<>();
        orders.forEach(orderId -> changed.put(orderId, cause));
        int postings = postFee.bringOrdersUpToDate(connection, changed);
        repostings.progress(connection, reposting.repostingId(), orders, postings);
        return true;
    }

    /** What is posted names the rate in the place of an event. */
    private static ReceivedEvent cause(FeeReposting reposting) {
        return new ReceivedEvent(
                reposting.figureId(),
                "fee-rate.activated.v1",
                "/fee-reporting-service",
                "cmas.fee-rates",
                reposting.figureId().toString(),
                1,
                0,
                reposting.times().requestedAt(),
                "{}",
                null);
    }
}
