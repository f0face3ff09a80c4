package org.opencmas.order.orderimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.agency.RegisteredAgencies;
import org.opencmas.order.orderimport.OrderImport.Counts;
import org.opencmas.order.orderimport.OrderImport.Course;
import org.opencmas.order.orderimport.OrderImport.Format;
import org.opencmas.order.orderimport.OrderImport.Mode;
import org.opencmas.order.orderimport.OrderImport.Progress;
import org.opencmas.order.orderimport.OrderImport.State;
import org.opencmas.order.orderimport.file.CsvOrders;
import org.opencmas.order.orderimport.file.FileLimits;
import org.opencmas.order.orderimport.file.JsonLines;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.RefusedByRule;

/**
 * Takes down a file of orders, tells of it, and has it left off.
 *
 * <p>Refuses an agency that is not registered (422), a file in which no orders can be told from each other (422), an atomic one with more
 * orders than one commit may hold (422), and having left off what has ended (409).
 */
@ApplicationScoped
class KeepImport {
    /** Most orders of a file that is placed as a whole or not at all, inclusive: all others who place an order wait for its commit. */
    static final int MOST_ATOMIC = 10_000;

    private final OrderImports imports;
    private final OrderResults results;
    private final RegisteredAgencies agencies;
    private final Database database;
    private final Clock clock;

    KeepImport(
            OrderImports imports, OrderResults results, RegisteredAgencies agencies, Database database, Clock clock) {
        this.imports = imports;
        this.results = results;
        this.agencies = agencies;
        this.database = database;
        this.clock = clock;
    }

    /** A file as it came. */
    record SentFile(InputStream bytes, Format format, Mode mode) {}

    @Transactional
    OrderImport take(SentFile file, UUID agencyId, Requester by) {
        agencies.require(agencyId);
        return database.with(connection -> take(connection, file, agencyId, by));
    }

    private OrderImport take(Connection connection, SentFile file, UUID agencyId, Requester by) throws SQLException {
        UUID importId = TimeOrderedId.next();
        var pieces = new Pieces((number, content) -> store(connection, importId, agencyId, number, content));
        var digested = new DigestInputStream(file.bytes(), DigestUtils.getSha256Digest());
        try {
            switch (file.format()) {
                case CSV -> CsvOrders.read(digested, FileLimits.USUAL, pieces);
                case JSON_LINES -> JsonLines.read(digested, FileLimits.USUAL, pieces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be read to its end", e);
        }
        pieces.close();
        if (file.mode() == Mode.ATOMIC && pieces.orders() > MOST_ATOMIC) {
            throw new RefusedByRule(
                    "order-import-too-large",
                    "The file has %,d orders; at most %,d are placed as a whole or not at all. Send them with mode=CONTINUE, or in several files."
                            .formatted(pieces.orders(), MOST_ATOMIC),
                    Map.of("orders", pieces.orders(), "most", MOST_ATOMIC));
        }
        var taken = new OrderImport(
                importId,
                agencyId,
                file.mode(),
                file.format(),
                HexFormat.of().formatHex(digested.getMessageDigest().digest()),
                now(),
                by,
                pieces.orders(),
                pieces.pieces(),
                State.WAITING,
                new Progress(0, 0, Counts.NONE),
                Course.NONE);
        imports.insert(connection, taken);
        return taken;
    }

    private void store(Connection connection, UUID importId, UUID agencyId, int number, byte[] content) {
        try {
            imports.insertPiece(connection, importId, agencyId, number, content);
        } catch (SQLException e) {
            throw new IllegalStateException("the file could not be stored", e);
        }
    }

    /** @param agencyId of the caller; null for one that sees all */
    OrderImport read(UUID importId, @Nullable UUID agencyId) {
        return database.with(connection -> require(imports.find(connection, importId), importId, agencyId));
    }

    List<OrderImport> list(@Nullable UUID agencyId, @Nullable UUID after, int most) {
        return database.with(connection -> imports.list(connection, agencyId, after, most));
    }

    List<OrderResult> results(
            UUID importId, @Nullable UUID agencyId, int afterRow, OrderResult.@Nullable State state, int most) {
        return database.with(connection -> {
            require(imports.find(connection, importId), importId, agencyId);
            return results.list(connection, importId, afterRow, state, most);
        });
    }

    /** Has it left off: at once where nobody works on it, else before its next piece. It never waits for the work. */
    @Transactional
    OrderImport cancel(UUID importId, UUID agencyId, Requester by) {
        return database.with(connection -> {
            OrderImport found = require(imports.find(connection, importId), importId, agencyId);
            requireOpen(found);
            imports.askToEnd(connection, found, new OrderImport.AskedToEnd(now(), by.name()));
            Optional<OrderImport> free = imports.findFree(connection, importId);
            if (free.isPresent()) {
                requireOpen(free.get());
                imports.end(connection, importId, State.CANCELLED, now(), by.name(), null);
            }
            return require(imports.find(connection, importId), importId, agencyId);
        });
    }

    private static void requireOpen(OrderImport found) {
        if (!found.state().isOpen()) {
            throw new Conflict(
                    "order-import-ended",
                    "The import has ended: it is " + found.state() + ".",
                    Map.of("state", found.state().name()));
        }
    }

    private static OrderImport require(Optional<OrderImport> found, UUID importId, @Nullable UUID agencyId) {
        return found.filter(one -> agencyId == null || agencyId.equals(one.agencyId()))
                .orElseThrow(() -> new NotFound("order import", importId));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
