package org.opencmas.fees.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.fees.facts.Agencies;
import org.opencmas.fees.facts.Agreement;
import org.opencmas.fees.facts.Agreements;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.facts.OrderChanges;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.fees.obligation.ReportObligations;
import org.opencmas.fees.rate.FeeRateTable;
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

    private final Agencies agencies;
    private final Agreements agreements;
    private final Contractors contractors;
    private final OrderChanges orderChanges;
    private final FeeRateTable rates;
    private final Ledger ledger;
    private final PendingFees pending;
    private final ReportObligations obligations;
    private final FeePosted events;
    private final Journal journal;
    private final Clock clock;

    PostFee(
            Agencies agencies,
            Agreements agreements,
            Contractors contractors,
            OrderChanges orderChanges,
            FeeRateTable rates,
            Ledger ledger,
            PendingFees pending,
            ReportObligations obligations,
            FeePosted events,
            Journal journal,
            Clock clock) {
        this.agencies = agencies;
        this.agreements = agreements;
        this.contractors = contractors;
        this.orderChanges = orderChanges;
        this.rates = rates;
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
        switch (FeeFromScratch.of(gather(connection, part))) {
            case Worth.Uncomputable uncomputable ->
                pending.keep(connection, part, uncomputable.missing(), clock.instant());
            case Worth.Known known -> {
                pending.settle(connection, part);
                post(connection, part, Difference.between(ledger.posted(connection, part), known.amounts()), cause);
            }
        }
    }

    private FeeFacts gather(Connection connection, OrderPart part) throws SQLException {
        List<OrderChange> history = orderChanges.history(connection, part.orderId());
        Optional<Agreement> agreement = agreements.find(connection, part.agreement());
        Optional<Contractor> holder = agreement.isEmpty()
                ? Optional.empty()
                : contractors.find(connection, agreement.get().contractorId());
        return new FeeFacts(
                part.agreement(),
                history,
                agencies.find(connection, history.getFirst().agencyId()),
                agreement,
                holder,
                rates.load(connection));
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
