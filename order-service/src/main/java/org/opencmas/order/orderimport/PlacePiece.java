package org.opencmas.order.orderimport;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.orderimport.file.SentOrder;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderNumberTaken;
import org.opencmas.order.purchaseorder.placing.PlaceOrder;
import org.opencmas.order.purchaseorder.plausibility.AskDoubts;
import org.opencmas.order.purchaseorder.plausibility.DoubtsOfNewOrders;
import org.opencmas.order.purchaseorder.store.ApprovalNeeded;
import org.opencmas.orderbody.NewOrder;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.Refusal;
import org.opencmas.problem.body.JsonBodyReader;
import org.opencmas.terms.Identifier;

/**
 * Places the orders of one piece of a file, each read as one that comes alone. One whose number is taken by the very same order is found
 * unchanged, so a file that comes again doubles nothing; one whose number stands further up in its file is refused, whatever became of that.
 */
@ApplicationScoped
class PlacePiece {
    private final PlaceOrder place;
    private final AskDoubts doubts;
    private final OrderResults results;
    private final JsonBodyReader bodies;

    PlacePiece(PlaceOrder place, AskDoubts doubts, OrderResults results, JsonBodyReader bodies) {
        this.place = place;
        this.doubts = doubts;
        this.results = results;
        this.bodies = bodies;
    }

    /** An order of the piece: made, or refused. */
    private record Read(
            int row,
            @Nullable String number,
            @Nullable PurchaseOrder made,
            @Nullable Refusal refusal) {}

    /**
     * Gives each order its result and places the sound ones in the connection's transaction.
     *
     * @param seen in which row a number came first, by its key, of numbers without a stored result; what this piece has is added
     */
    List<OrderResult> place(Connection connection, OrderImport of, List<SentOrder> orders, Map<String, Integer> seen)
            throws SQLException {
        List<Read> read = orders.stream().map(order -> read(of, order)).toList();
        results.rows(connection, of.importId(), numbers(read)).forEach(seen::putIfAbsent);
        List<Read> first = read.stream().map(one -> requireFirst(one, seen)).toList();
        Map<String, UUID> taken = results.taken(connection, of.agencyId(), numbers(first));
        DoubtsOfNewOrders asked = doubts.ofMany(connection, of.agencyId());
        List<PurchaseOrder> toPlace = new ArrayList<>();
        List<OrderResult> found = new ArrayList<>();
        for (Read one : first) {
            OrderResult result = result(connection, one, taken, asked);
            found.add(result);
            if (result.state() == OrderResult.State.PLACED) {
                toPlace.add(Objects.requireNonNull(one.made));
            }
        }
        return placed(connection, of, toPlace, found);
    }

    /** Places them together; where the agency's policy asks for an approval, one by one, so that only those that need it are refused. */
    private List<OrderResult> placed(
            Connection connection, OrderImport of, List<PurchaseOrder> toPlace, List<OrderResult> found)
            throws SQLException {
        if (toPlace.isEmpty() || placed(connection, of, toPlace)) {
            return found;
        }
        Set<UUID> waiting = new HashSet<>();
        for (PurchaseOrder order : toPlace) {
            if (!placed(connection, of, List.of(order))) {
                waiting.add(order.orderId());
            }
        }
        return found.stream()
                .map(result -> result.state() == OrderResult.State.PLACED && waiting.contains(result.orderId())
                        ? OrderResult.refused(result.row(), result.agencyOrderNumber(), new ApprovalNeeded())
                        : result)
                .toList();
    }

    /** False, and nothing placed, when one of them needs an approval. */
    private boolean placed(Connection connection, OrderImport of, List<PurchaseOrder> orders) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            place.placeAllWithin(connection, orders, of.by());
            connection.releaseSavepoint(before);
            return true;
        } catch (SQLException e) {
            if (!ApprovalNeeded.isWhy(e)) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
    }

    private static List<String> numbers(List<Read> read) {
        return read.stream()
                .filter(one -> one.made != null)
                .map(one -> Objects.requireNonNull(one.number))
                .toList();
    }

    private Read read(OrderImport of, SentOrder order) {
        String number = null;
        try {
            if (!order.faults().isEmpty()) {
                throw new InvalidRequest(order.faults());
            }
            NewOrder body = body(order);
            number = storable(body.agencyOrderNumber());
            PurchaseOrder made = place.make(body, of.agencyId(), of.by());
            return new Read(order.row(), made.latest().document().naming().agencyOrderNumber(), made, null);
        } catch (Refusal refusal) {
            return new Read(order.row(), number, null, refusal);
        }
    }

    private NewOrder body(SentOrder order) {
        try {
            return bodies.read(order.json(), NewOrder.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Read requireFirst(Read one, Map<String, Integer> seen) {
        if (one.number == null) {
            return one;
        }
        Integer first = seen.putIfAbsent(Identifier.keyOf(one.number), one.row);
        if (first == null || first == one.row || one.made == null) {
            return one;
        }
        var refusal = new InvalidRequest(new Fault(
                "/agencyOrderNumber",
                "stands in row " + first + " of this file already",
                "Send one order under each number; lines of one order stand one after the other."));
        return new Read(one.row, one.number, null, refusal);
    }

    /** What a refused row called itself, as far as a table can hold it. */
    private static @Nullable String storable(@Nullable String number) {
        return number == null || Identifier.fault(number).isPresent() ? null : number;
    }

    private OrderResult result(Connection connection, Read one, Map<String, UUID> taken, DoubtsOfNewOrders asked)
            throws SQLException {
        PurchaseOrder made = one.made;
        if (made == null) {
            return OrderResult.refused(one.row, one.number, Objects.requireNonNull(one.refusal));
        }
        UUID other = taken.get(one.number);
        if (other == null) {
            return ofNew(connection, one, made, asked);
        }
        OrderNumberTaken refusal =
                place.takenBy(connection, other, made.latest().document());
        return refusal.isSameOrder()
                ? new OrderResult(one.row, OrderResult.State.UNCHANGED, one.number, other, null)
                : OrderResult.refused(one.row, one.number, refusal);
    }

    /** A draft is asked about when it is sent. */
    private static OrderResult ofNew(Connection connection, Read one, PurchaseOrder made, DoubtsOfNewOrders asked)
            throws SQLException {
        OrderDocument order = made.latest().document();
        try {
            if (made.state() == OrderState.SUBMITTED) {
                asked.require(connection, order);
            }
        } catch (Refusal implausible) {
            return OrderResult.refused(one.row, one.number, implausible);
        }
        asked.taken(order);
        return new OrderResult(one.row, OrderResult.State.PLACED, one.number, made.orderId(), null);
    }
}
