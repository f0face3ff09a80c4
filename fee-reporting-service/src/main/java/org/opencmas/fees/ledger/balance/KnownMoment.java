package org.opencmas.fees.ledger.balance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.ledger.posting.LedgerLock;
import org.opencmas.problem.Unavailable;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;

/** The moment up to which what was posted and filed counts: what is answered for it is never changed by what is written later. */
@ApplicationScoped
public class KnownMoment {
    /** Well above what a transaction takes that posts: what was posted before has been committed or never will be. */
    private static final Duration LONGEST_POSTING = Duration.ofMinutes(5);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final int MOST_WAIT = 4;

    private final Semaphore waiting = new Semaphore(MOST_WAIT);
    private final Clock clock;

    /** Checks {@code knownAt}. */
    public static final class Check implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            if (sent.query("knownAt") != null) {
                read(fields, "knownAt", sent.query("knownAt"), sent.now());
            }
        }
    }

    KnownMoment(Clock clock) {
        this.clock = clock;
    }

    /** This moment, to the microsecond as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A moment as it was sent: not in the future, when more will be known. At fault it is {@link #now()}. */
    public Instant read(FieldReader fields, String name, String raw) {
        Instant now = now();
        return Objects.requireNonNullElse(read(fields, name, raw, now), now);
    }

    private static @Nullable Instant read(FieldReader fields, String name, @Nullable String raw, Instant now) {
        Instant moment = fields.value(name, raw, "is no moment", KnownMoment::moment);
        if (moment != null && moment.isAfter(now)) {
            fields.fault(name, "is in the future, when more will be known");
        }
        return moment;
    }

    private static Instant moment(String raw) {
        try {
            Instant read = Instant.parse(raw).truncatedTo(ChronoUnit.MICROS);
            // The program began long after it, and no column holds the first years of all time.
            if (read.isBefore(Instant.EPOCH)) {
                throw new IllegalArgumentException("it is before 1970");
            }
            return read;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("write it as 2026-10-01T06:59:59Z", e);
        }
    }

    /**
     * What is being written at this moment is waited for, for a moment and by a few at a time, so that no posting, however long it takes,
     * keeps all connections: nothing is made later that says it was known at that moment.
     *
     * @throws Unavailable (503) when it still goes on
     */
    public void require(Connection connection, Instant moment) throws SQLException {
        if (moment.isAfter(clock.instant().minus(LONGEST_POSTING)) && !isPosted(connection)) {
            throw new Unavailable(
                    "Fees are being posted that would count. Send the request again, or ask for an earlier knownAt.",
                    Duration.ofSeconds(2));
        }
    }

    private boolean isPosted(Connection connection) throws SQLException {
        if (LedgerLock.isFree(connection)) {
            return true;
        }
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            return LedgerLock.await(connection, LONGEST_WAIT);
        } finally {
            waiting.release();
        }
    }
}
