package org.opencmas.http.limit;

import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.opencmas.limit.Allowance;

/**
 * Once a second tells the database what each client took here, and learns what it took of the other processes of this service, so that
 * two of them give a client no second allowance (docs/adr/0060). No request waits for it; without the database each process counts alone.
 */
@Singleton
class SharedAllowances {
    private static final Logger LOG = Logger.getLogger(SharedAllowances.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int ROUNDS_BETWEEN_CLEARINGS = 600;

    // In the order of the names, so that two processes never hold what the other waits for.
    private static final String SHARE = """
            insert into client_allowance as kept (client, paid_until)
            select client, now() + micros * interval '1 microsecond'
            from unnest(?::text[], ?::bigint[]) as taken (client, micros) order by client collate "C"
            on conflict (client) do update
                set paid_until = greatest(kept.paid_until, now()) + (excluded.paid_until - now())
            returning client, (extract(epoch from paid_until - now()) * 1000000)::bigint
            """;
    private static final String CLEAR = "delete from client_allowance where paid_until < now() - interval '10 minutes'";

    private final Clients clients;
    private final DataSource database;
    private final Ticker ticker;
    private final boolean isShared;
    private final AtomicBoolean isSharing = new AtomicBoolean();
    private int rounds;

    SharedAllowances(
            Clients clients,
            DataSource database,
            Ticker ticker,
            @ConfigProperty(name = "cmas.limits.shared") boolean isShared) {
        this.clients = clients;
        this.database = database;
        this.ticker = ticker;
        this.isShared = isShared;
    }

    void schedule(@Observes StartupEvent started, Vertx vertx) {
        if (isShared) {
            vertx.setPeriodic(EVERY.toMillis(), timer -> begin(vertx));
        }
    }

    /** A round that takes longer than a second is not followed by another one before it ends. */
    private void begin(Vertx vertx) {
        if (isSharing.compareAndSet(false, true)) {
            vertx.executeBlocking(this::share, false)
                    .onFailure(e -> LOG.debug("what clients took is counted in this process alone for now", e))
                    .onComplete(ended -> isSharing.set(false));
        }
    }

    /** Returns how many clients were told of. */
    int share() throws SQLException {
        SortedMap<String, Allowance> untold = clients.untold();
        boolean mustClear = ++rounds % ROUNDS_BETWEEN_CLEARINGS == 0;
        if (untold.isEmpty() && !mustClear) {
            return 0;
        }
        try (Connection connection = database.getConnection()) {
            if (!untold.isEmpty()) {
                share(connection, untold);
            }
            if (mustClear) {
                try (Statement clear = connection.createStatement()) {
                    clear.executeUpdate(CLEAR);
                }
            }
        }
        return untold.size();
    }

    private void share(Connection connection, SortedMap<String, Allowance> untold) throws SQLException {
        List<Long> micros = new ArrayList<>();
        untold.values().forEach(allowance -> micros.add(allowance.costOfUntold() / 1_000));
        try (PreparedStatement share = connection.prepareStatement(SHARE)) {
            share.setArray(1, connection.createArrayOf("text", untold.keySet().toArray()));
            share.setArray(2, connection.createArrayOf("bigint", micros.toArray()));
            try (ResultSet row = share.executeQuery()) {
                long now = ticker.read();
                while (row.next()) {
                    Allowance allowance = untold.get(row.getString(1));
                    if (allowance != null) {
                        allowance.isPaidOnlyAt(now + row.getLong(2) * 1_000);
                    }
                }
            }
        }
    }
}
