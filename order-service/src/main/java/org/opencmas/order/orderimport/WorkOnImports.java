package org.opencmas.order.orderimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Journal;
import org.opencmas.longwork.LongWork;
import org.opencmas.longwork.PassingTrouble;
import org.opencmas.longwork.Stopping;
import org.opencmas.order.orderimport.OrderImport.AskedToEnd;
import org.opencmas.order.orderimport.OrderImport.Counts;
import org.opencmas.order.orderimport.OrderImport.Mode;
import org.opencmas.order.orderimport.OrderImport.State;
import org.opencmas.order.orderimport.OrderImport.Waiting;
import org.opencmas.order.orderimport.file.SentOrder;
import org.opencmas.order.purchaseorder.store.Database;

/**
 * Works on the files, piece by piece in turns. A piece is one transaction with the note how far its file is, so that whoever goes on after
 * a crash repeats nothing and leaves nothing out. Trouble that passes is waited out, longer each time, for about an
 * hour; what does not come forward in five other starts is given up.
 */
@ApplicationScoped
class WorkOnImports implements LongWork {
    private static final Logger LOG = Logger.getLogger(WorkOnImports.class);

    private static final int MOST_STARTS = 5;

    private final OrderImports imports;
    private final OrderResults results;
    private final PlacePiece pieces;
    private final Database database;
    private final Journal journal;
    private final Clock clock;
    /** Trouble that could not be noted when it came, by the import: the database was away. */
    private final Map<UUID, Waiting> unnoted = new HashMap<>();

    WorkOnImports(
            OrderImports imports,
            OrderResults results,
            PlacePiece pieces,
            Database database,
            Journal journal,
            Clock clock) {
        this.imports = imports;
        this.results = results;
        this.pieces = pieces;
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "order-import";
    }

    @Override
    public boolean isWaiting(Connection connection) throws SQLException {
        return imports.next(connection, now()).isPresent();
    }

    @Override
    public void goOn(Stopping stopping) throws SQLException {
        Optional<OrderImport> open = begin();
        while (open.isPresent() && !stopping.isAsked()) {
            goOn(open.get());
            journal.wake();
            open = begin();
        }
    }

    private void goOn(OrderImport open) throws SQLException {
        UUID importId = open.importId();
        try {
            if (open.mode() == Mode.ATOMIC) {
                placeAll(importId);
            } else {
                database.inOwnTransaction(connection -> placeNext(connection, importId));
            }
        } catch (SQLException | RuntimeException e) {
            String why = PassingTrouble.in(e).orElse(null);
            if (why == null) {
                throw e;
            }
            unnoted.put(importId, Pauses.after(open.course().waiting(), why, now()));
            LOG.infof("Import %s: %s", importId, why);
            noteTrouble();
        }
    }

    /** Stays in memory when the database does not take it: then it is noted before the next start. */
    private void noteTrouble() throws SQLException {
        for (UUID importId : List.copyOf(unnoted.keySet())) {
            Waiting waiting = Objects.requireNonNull(unnoted.get(importId));
            database.inOwnTransaction(connection -> {
                awaitOrEnd(connection, importId, waiting);
                return waiting;
            });
            unnoted.remove(importId);
        }
    }

    private void awaitOrEnd(Connection connection, UUID importId, Waiting waiting) throws SQLException {
        Optional<String> failure = Pauses.failure(waiting);
        if (failure.isEmpty()) {
            imports.await(connection, importId, waiting);
        } else if (!isLeftOff(connection, importId)) {
            imports.end(connection, importId, State.FAILED, now(), null, failure.get());
        }
    }

    /** Counts the start; one that is to be left off or was begun too often is ended, and the next is begun. */
    private Optional<OrderImport> begin() throws SQLException {
        noteTrouble();
        return database.inOwnTransaction(connection -> {
            Optional<OrderImport> open = imports.next(connection, now());
            while (open.isPresent() && isOver(connection, open.get().importId())) {
                open = imports.next(connection, now());
            }
            if (open.isPresent()) {
                imports.begin(connection, open.get().importId(), now());
            }
            return open;
        });
    }

    /** Ends one that somebody asked to have left off, or that was begun too often, as it stands once it is held. */
    private boolean isOver(Connection connection, UUID importId) throws SQLException {
        OrderImport held = imports.findForUpdate(connection, importId)
                .filter(one -> one.state().isOpen())
                .orElse(null);
        if (held == null) {
            return true;
        }
        if (isLeftOff(connection, importId)) {
            return true;
        }
        boolean isGivenUp = held.progress().starts() >= MOST_STARTS;
        if (isGivenUp) {
            String failure = "It was begun " + MOST_STARTS + " times and did not come forward.";
            imports.end(connection, importId, State.FAILED, now(), null, failure);
        }
        return isGivenUp;
    }

    /** Ends an import that is held when somebody asked for it, meanwhile or before. */
    private boolean isLeftOff(Connection connection, UUID importId) throws SQLException {
        AskedToEnd asked = askedToEnd(connection, importId);
        if (asked != null) {
            imports.end(connection, importId, State.CANCELLED, now(), asked.by(), null);
        }
        return asked != null;
    }

    private @Nullable AskedToEnd askedToEnd(Connection connection, UUID importId) throws SQLException {
        return imports.find(connection, importId)
                .map(found -> found.course().askedToEnd())
                .orElse(null);
    }

    private boolean placeNext(Connection connection, UUID importId) throws SQLException {
        Optional<OrderImport> locked = imports.findForUpdate(connection, importId)
                .filter(one -> one.state().isOpen());
        if (locked.isEmpty() || isLeftOff(connection, importId)) {
            return false;
        }
        OrderImport of = locked.get();
        int piece = of.progress().piecesDone();
        List<OrderResult> found = pieces.place(
                connection, of, Pieces.orders(imports.piece(connection, importId, piece)), new HashMap<>());
        results.insert(connection, of, found);
        imports.advance(connection, of, piece + 1, counted(of.progress().counts(), found), now());
        return true;
    }

    private static Counts counted(Counts before, List<OrderResult> found) {
        Counts counts = before;
        for (OrderResult result : found) {
            counts = counts.plus(result.state());
        }
        return counts;
    }

    /** Rolls back and carries out of the transaction what is wrong with the first piece that is not sound. */
    private static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int piece;
        private final transient List<OrderResult> refused;
        private final transient Map<String, Integer> seen;

        Faulty(int piece, List<OrderResult> refused, Map<String, Integer> seen) {
            super("rolled back", null, false, false);
            this.piece = piece;
            this.refused = refused;
            this.seen = seen;
        }
    }

    /** Rolls back what was done of an atomic file that somebody asked to have left off. */
    private static final class LeftOff extends RuntimeException {
        private static final long serialVersionUID = 1;

        LeftOff() {
            super("rolled back", null, false, false);
        }
    }

    /** Places all of a file in one transaction, or notes all that is wrong with it, unless it is left off meanwhile. */
    private void placeAll(UUID importId) throws SQLException {
        try {
            placeOrRefuse(importId);
        } catch (LeftOff asked) {
            database.inOwnTransaction(connection -> imports.findForUpdate(connection, importId)
                            .filter(one -> one.state().isOpen())
                            .isPresent()
                    && isLeftOff(connection, importId));
        }
    }

    private void placeOrRefuse(UUID importId) throws SQLException {
        try {
            database.inOwnTransaction(connection -> placeAll(connection, importId));
        } catch (Faulty faulty) {
            database.inOwnTransaction(connection -> refuse(connection, importId, faulty));
        }
    }

    private void requireNotLeftOff(Connection connection, UUID importId) throws SQLException {
        if (askedToEnd(connection, importId) != null) {
            throw new LeftOff();
        }
    }

    private boolean placeAll(Connection connection, UUID importId) throws SQLException {
        Optional<OrderImport> locked = imports.findForUpdate(connection, importId)
                .filter(one -> one.state().isOpen());
        if (locked.isEmpty()) {
            return false;
        }
        OrderImport of = locked.get();
        Map<String, Integer> seen = new HashMap<>();
        Counts counts = Counts.NONE;
        for (int piece = 0; piece < of.pieces(); piece++) {
            requireNotLeftOff(connection, importId);
            List<OrderResult> found =
                    pieces.place(connection, of, Pieces.orders(imports.piece(connection, importId, piece)), seen);
            List<OrderResult> refused = refused(found);
            if (!refused.isEmpty()) {
                throw new Faulty(piece, refused, seen);
            }
            results.insert(connection, of, found);
            counts = counted(counts, found);
        }
        requireNotLeftOff(connection, importId);
        imports.advance(connection, of, of.pieces(), counts, now());
        return true;
    }

    private static List<OrderResult> refused(List<OrderResult> found) {
        return found.stream()
                .filter(result -> result.state() == OrderResult.State.REFUSED)
                .toList();
    }

    /** Notes what is wrong piece by piece: all at once, the refusals of ten thousand orders would fill the memory. */
    private boolean refuse(Connection connection, UUID importId, Faulty first) throws SQLException {
        Optional<OrderImport> locked = imports.findForUpdate(connection, importId)
                .filter(one -> one.state().isOpen());
        if (locked.isEmpty()) {
            return false;
        }
        OrderImport of = locked.get();
        List<OrderResult> refused = first.refused;
        Counts counts = Counts.NONE;
        for (int piece = first.piece; piece < of.pieces(); piece++) {
            requireNotLeftOff(connection, importId);
            if (piece > first.piece) {
                refused = tried(connection, of, piece, first.seen);
            }
            results.insert(connection, of, refused);
            counts = counted(counts, refused);
        }
        imports.refuse(connection, of, counts, now());
        return true;
    }

    /** What placing a piece would refuse, an approval that is needed included; nothing of it stays. */
    private List<OrderResult> tried(Connection connection, OrderImport of, int piece, Map<String, Integer> seen)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        List<SentOrder> orders = Pieces.orders(imports.piece(connection, of.importId(), piece));
        List<OrderResult> refused = refused(pieces.place(connection, of, orders, seen));
        connection.rollback(before);
        return refused;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
