package org.opencmas.journal.receive.parked;

import org.jboss.logging.Logger;
import org.opencmas.journal.broker.Delivery;
import org.opencmas.journal.receive.handling.DatabaseUnavailable;
import org.opencmas.journal.receive.handling.Transactions;
import org.opencmas.journal.receive.handling.Transactions.WorkFailed;
import org.opencmas.journal.receive.parked.ParkedEvents.ParkedEvent;

/** Puts an event aside that failed, and what waits behind it, each in a transaction of its own, and says when it is tried again. */
public final class Parking {

    private static final Logger LOG = Logger.getLogger(Parking.class);

    private final Transactions transactions;
    private final ParkedEvents parkedEvents;
    private final Retries retries;

    public Parking(Transactions transactions, ParkedEvents parkedEvents, Retries retries) {
        this.transactions = transactions;
        this.parkedEvents = parkedEvents;
        this.retries = retries;
    }

    /** Parks an event that only waits behind another of its key. */
    public void parkBehind(Delivery delivery) throws DatabaseUnavailable, WorkFailed {
        transactions.commit(connection -> {
            parkedEvents.lockKey(connection, delivery.topic(), delivery.key());
            parkedEvents.parkBehind(connection, delivery);
            return delivery;
        });
    }

    /** Parks an event that failed for the first time. */
    public void park(Delivery delivery, WorkFailed failure) throws DatabaseUnavailable, WorkFailed {
        ParkingCause cause = ParkingCause.of(failure);
        Retries.Next next = retries.after(cause.isHopeless() ? 0 : Retries.ATTEMPTS - 1);
        transactions.commit(connection -> {
            parkedEvents.lockKey(connection, delivery.topic(), delivery.key());
            parkedEvents.park(connection, delivery, failure.reason(), cause, 1, next);
            return delivery;
        });
        report(delivery, failure, 1, next);
    }

    /** Notes that a parked event failed again when it was tried by itself. */
    Retries.Next parkAgain(ParkedEvent event, WorkFailed failure) throws DatabaseUnavailable, WorkFailed {
        Retries.Next next = retries.after(ParkingCause.of(failure).isHopeless() ? 0 : event.retriesLeft() - 1);
        noteFailure(event, failure, next);
        report(event.delivery(), failure, event.attempts() + 1, next);
        return next;
    }

    /** Notes that a parked event failed again when somebody had it tried: it is not tried again by itself. */
    void leaveParked(ParkedEvent event, WorkFailed failure) throws DatabaseUnavailable, WorkFailed {
        noteFailure(event, failure, Retries.Next.NEVER);
    }

    private void noteFailure(ParkedEvent event, WorkFailed failure, Retries.Next next)
            throws DatabaseUnavailable, WorkFailed {
        transactions.commit(connection -> {
            parkedEvents.noteFailedReplay(connection, event.id(), failure.reason(), ParkingCause.of(failure), next);
            return event;
        });
    }

    private static void report(Delivery delivery, WorkFailed failure, int attempts, Retries.Next next) {
        if (next.at() == null) {
            LOG.errorf(
                    failure.getCause(),
                    "Parked %s after %d attempts; later events of its key wait.",
                    delivery,
                    attempts);
        }
    }
}
