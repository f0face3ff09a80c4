package org.opencmas.fees.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.terms.CalendarQuarter;

/**
 * Brings the ledger up to what an order is worth. Posts the difference to what was posted before, in the quarter that it belongs
 * to or, once that is filed, in the next one still open; a quarter that gets an amount is expected to be reported. While a fact is
 * missing nothing is posted and the fee is kept as pending with what is missing.
 */
@Singleton
public final class PostFee {
    private static final Actor SELF = Actor.system("fee-reporting-service");

    private final GatherFacts gatherFacts;
    private final Ledger ledger;
    private final PendingFees pending;
    private final ReportObligations obligations;
    private final FeePosted events;
    private final Journal journal;
    private final Clock clock;

    PostFee(
            GatherFacts gatherFacts,
            Ledger ledger,
            PendingFees pending,
            ReportObligations obligations,
            FeePosted events,
            Journal journal,
            Clock clock) {
        this.gatherFacts = gatherFacts;
        this.ledger = ledger;
        this.pending = pending;
        this.obligations = obligations;
        this.events = events;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Brings each part of an order up to date, in the connection's transaction.
     *
     * @param cause the event on whose account it is done
     */
    public void bringUpToDate(Connection connection, List<OrderPart> parts, UUID cause) throws SQLException {
        LedgerLock.take(connection);
        for (OrderPart part : parts) {
            bringUpToDate(connection, part, cause);
        }
    }

    private void bringUpToDate(Connection connection, OrderPart part, UUID cause) throws SQLException {
        switch (FeeFromScratch.of(gatherFacts.of(connection, part))) {
            case Worth.Uncomputable uncomputable ->
                pending.keep(connection, part, uncomputable.missing(), clock.instant());
            case Worth.Known known -> {
                pending.settle(connection, part);
                post(connection, part, Difference.between(ledger.posted(connection, part), known.amounts()), cause);
            }
        }
    }

    private void post(Connection connection, OrderPart part, List<Difference> differences, UUID cause)
            throws SQLException {
        if (differences.isEmpty()) {
            return;
        }
        Instant postedAt = clock.instant();
        int number = ledger.lastNumber(connection, part.orderId());
        List<Posting> postings = new ArrayList<>();
        for (Difference difference : differences) {
            CalendarQuarter open = obligations.firstOpenQuarter(
                    connection, part.agreement(), difference.dimension().belongsTo());
            obligations.expectForActivity(
                    connection, part.agreement(), open, difference.dimension().contractorId());
            postings.add(new Posting(TimeOrderedId.next(), part, ++number, open, difference));
        }
        ledger.add(connection, postings, cause, postedAt);
        journal.append(connection, SELF, postings.stream().map(events::of).toList());
    }
}
