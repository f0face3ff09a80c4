package org.opencmas.order.orderimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.journal.Journal;
import org.opencmas.longwork.LongWork;
import org.opencmas.longwork.Stopping;
import org.opencmas.order.orderimport.OrderImport.Counts;
import org.opencmas.order.orderimport.OrderImport.Mode;
import org.opencmas.order.orderimport.OrderImport.State;
import org.opencmas.order.purchaseorder.store.Database;

/**
 * Works on the files, piece by piece in turns. A piece is one transaction with the note how far its file is, so that whoever goes on after
 * a crash repeats nothing and leaves nothing out. What does not come forward in five starts is given up.
 */
@ApplicationScoped
class WorkOnImports implements LongWork {
    private static final int MOST_STARTS = 5;

    private final OrderImports imports;
    private final OrderResults results;
    private final PlacePiece pieces;
    private final Database database;
    private final Journal journal;
    private final Clock clock;

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
        return imports.next(connection).isPresent();
    }

    @Override
    public void goOn(Stopping stopping) throws SQLException {
        Optional<OrderImport> open = begin();
        while (open.isPresent() && !stopping.isAsked()) {
            UUID importId = open.get().importId();
            if (open.get().mode() == Mode.ATOMIC) {
                placeAll(importId);
            } else {
                database.inOwnTransaction(connection -> placeNext(connection, importId));
            }
            journal.wake();
            open = begin();
        }
    }

    /** Counts the start; one that was begun too often is given up, and the next is begun. */
    private Optional<OrderImport> begin() throws SQLException {
        return database.inOwnTransaction(connection -> {
            Optional<OrderImport> open = imports.next(connection);
            while (open.isPresent() && open.get().progress().starts() >= MOST_STARTS) {
                imports.findForUpdate(connection, open.get().importId());
                imports.end(
                        connection,
                        open.get().importId(),
                        State.FAILED,
                        now(),
                        null,
                        "It was begun " + MOST_STARTS + " times and did not come forward.");
                open = imports.next(connection);
            }
            if (open.isPresent()) {
                imports.begin(connection, open.get().importId(), now());
            }
            return open;
        });
    }

    private boolean placeNext(Connection connection, UUID importId) throws SQLException {
        Optional<OrderImport> locked = imports.findForUpdate(connection, importId)
                .filter(one -> one.state().isOpen());
        if (locked.isEmpty()) {
            return false;
        }
        OrderImport of = locked.get();
        int piece = of.progress().piecesDone();
        List<OrderResult> found = pieces.place(
                connection, of, Pieces.orders(imports.piece(connection, importId, piece)), true, new HashMap<>());
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

    /** Places all of a file in one transaction, or notes all that is wrong with it. */
    private void placeAll(UUID importId) throws SQLException {
        try {
            database.inOwnTransaction(connection -> placeAll(connection, importId));
        } catch (Faulty faulty) {
            database.inOwnTransaction(connection -> refuse(connection, importId, faulty));
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
            List<OrderResult> found =
                    pieces.place(connection, of, Pieces.orders(imports.piece(connection, importId, piece)), true, seen);
            List<OrderResult> refused = refused(found);
            if (!refused.isEmpty()) {
                throw new Faulty(piece, refused, seen);
            }
            results.insert(connection, of, found);
            counts = counted(counts, found);
        }
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
            if (piece > first.piece) {
                refused = refused(pieces.place(
                        connection, of, Pieces.orders(imports.piece(connection, importId, piece)), false, first.seen));
            }
            results.insert(connection, of, refused);
            counts = counted(counts, refused);
        }
        imports.refuse(connection, of, counts, now());
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
