package org.opencmas.fees.ledger.tie;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.opencmas.fees.ledger.declared.DeclaredFees;
import org.opencmas.fees.ledger.declared.LookAlikes;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.fees.ledger.tie.OrderTie.Act;
import org.opencmas.http.Caller;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Recording;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;

/**
 * Ties an order that a report adds to the known one that it looks like, and withdraws a tie; what was declared is taken back or owed once
 * more in the same transaction, as an event {@code fee.declared.v1}.
 *
 * <p>Refuses: a pair that is not suggested, or no longer, since it is tied already or one side changed (404); and a tie that is withdrawn
 * (409).
 */
@ApplicationScoped
class TieOrder {
    private final OrderTies ties;
    private final LookAlikes lookAlikes;
    private final DeclaredFees declaredFees;
    private final Caller caller;
    private final DataSource dataSource;
    private final Clock clock;

    TieOrder(
            OrderTies ties,
            LookAlikes lookAlikes,
            DeclaredFees declaredFees,
            Caller caller,
            DataSource dataSource,
            Clock clock) {
        this.ties = ties;
        this.lookAlikes = lookAlikes;
        this.declaredFees = declaredFees;
        this.caller = caller;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    private Act act(String reason) {
        return new Act(caller.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS), reason);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public OrderTie tie(UUID lookAlikeId, String reason) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            if (lookAlikes.find(connection, lookAlikeId).isEmpty()) {
                throw new NotFound("look-alike", lookAlikeId);
            }
            UUID tieId = TimeOrderedId.next();
            ties.add(connection, tieId, lookAlikeId, act(reason));
            OrderTie tied = get(connection, tieId);
            post(connection, tied);
            return tied;
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public OrderTie withdraw(UUID tieId, String reason) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            LedgerLock.take(connection);
            OrderTie before = get(connection, tieId);
            if (before.withdrawal() != null) {
                throw new Conflict(
                        "tie-withdrawn",
                        "The tie was withdrawn already, at "
                                + before.withdrawal().at() + ".");
            }
            ties.withdraw(connection, tieId, act(reason));
            post(connection, before);
            return get(connection, tieId);
        }
    }

    /** Of both numbers: another order that looked like the known one may do so no longer, or again. */
    private void post(Connection connection, OrderTie tie) throws SQLException {
        var actor = new Actor(caller.subject(), null, caller.requestId());
        declaredFees.ofOrders(
                connection,
                List.of(
                        new DeclaredFees.Named(tie.cmasNumber(), tie.purchaseOrderNumber()),
                        new DeclaredFees.Named(tie.cmasNumber(), tie.knownOrderNumber())),
                (orderKey, event) -> Recording.now(event, actor));
    }

    private OrderTie get(Connection connection, UUID tieId) throws SQLException {
        return ties.find(connection, tieId).orElseThrow(() -> new NotFound("tie of orders", tieId));
    }
}
