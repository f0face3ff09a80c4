package org.opencmas.journal.receive.parked;

import org.opencmas.journal.broker.CloudEvents;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.journal.receive.handling.EventHandlers;
import org.opencmas.journal.receive.handling.Transactions.WorkFailed;

/** Why an event is parked, in one word: what was parked for one cause is replayed together once that is mended. */
public enum ParkingCause {
    /** Its handler failed. */
    FAILING,
    /** It is no event of the suite, or a broken one. */
    UNREADABLE,
    /** A version of a known event that this service cannot read yet. */
    UNKNOWN_VERSION,
    /** It does not continue what is known of its aggregate: see {@link VersionedCopy}. */
    OUT_OF_STEP,
    /** An earlier event of its key is parked. */
    WAITING;

    public static ParkingCause of(WorkFailed failure) {
        return switch (failure.getCause()) {
            case CloudEvents.UnreadableEvent e -> UNREADABLE;
            case EventHandlers.UnknownVersion e -> UNKNOWN_VERSION;
            case VersionedCopy.OutOfStep e -> OUT_OF_STEP;
            case null, default -> FAILING;
        };
    }

    /** Whether another attempt of the same program must fail in the same way. */
    boolean isHopeless() {
        return this == UNREADABLE || this == UNKNOWN_VERSION || this == OUT_OF_STEP;
    }
}
