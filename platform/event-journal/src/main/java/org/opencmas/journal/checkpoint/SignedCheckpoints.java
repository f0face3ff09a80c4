package org.opencmas.journal.checkpoint;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.opencmas.journal.broker.EventSettings;
import org.opencmas.longwork.LongWork;
import org.opencmas.longwork.Stopping;

/**
 * Signs a checkpoint whenever the last one is older than {@code cmas.journal.checkpoint-every} and the journal has grown since. One
 * instance does it for all. The key's file is read anew each time, so a new key takes over without a restart.
 */
@ApplicationScoped
class SignedCheckpoints implements LongWork {
    private static final Logger LOG = Logger.getLogger(SignedCheckpoints.class);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final DataSource dataSource;
    private final String source;
    private final Clock clock;
    private final Optional<Path> keyFile;
    private final Duration every;

    /** Before this there is nothing to ask the database for. */
    private volatile Instant next = Instant.MIN;

    SignedCheckpoints(
            DataSource dataSource,
            EventSettings settings,
            Clock clock,
            @ConfigProperty(name = "cmas.journal.signing-key") Optional<String> keyFile,
            @ConfigProperty(name = "cmas.journal.checkpoint-every") Duration every) {
        this.dataSource = dataSource;
        this.source = settings.source();
        this.clock = clock;
        this.keyFile = keyFile.map(Path::of);
        this.every = every;
    }

    /** @throws IllegalArgumentException for a key that cannot be used: the service does not start with it */
    void start(@Observes StartupEvent started) {
        keyFile.ifPresentOrElse(
                SigningKey::read,
                () -> LOG.info("No checkpoint of the journal is signed: cmas.journal.signing-key names no key."));
    }

    @Override
    public String name() {
        return "journal-checkpoints";
    }

    @Override
    public boolean isWaiting(Connection connection) throws SQLException {
        Instant now = clock.instant();
        if (keyFile.isEmpty() || now.isBefore(next)) {
            return false;
        }
        Instant due = Checkpoints.newest(connection)
                .map(newest -> newest.signedAt().plus(every))
                .orElse(Instant.MIN);
        next = due.isAfter(now) ? due : now.plus(every);
        return !due.isAfter(now);
    }

    @Override
    public void goOn(Stopping stopping) throws SQLException {
        // Tried again at once when it fails.
        next = Instant.MIN;
        SigningKey key = SigningKey.read(keyFile.orElseThrow());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean signed = sign(key, now);
        // The first entries, or those after a quiet time, do not wait for as long again.
        next = now.plus(signed || every.compareTo(LOOK_AGAIN) < 0 ? every : LOOK_AGAIN);
        if (signed) {
            LOG.debugf("A checkpoint of the journal was signed with the key %s.", key.id());
        }
    }

    /** All or nothing: of a signing that failed, a key that signed nothing would stay published. */
    private boolean sign(SigningKey key, Instant now) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean signed = Checkpoints.sign(connection, key, source, now);
                connection.commit();
                return signed;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
