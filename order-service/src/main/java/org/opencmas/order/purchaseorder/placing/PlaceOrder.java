package org.opencmas.order.purchaseorder.placing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.idempotency.IdempotentRequests;
import org.opencmas.http.idempotency.StoredAnswer;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.agency.RegisteredAgencies;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderNumberTaken;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.plausibility.AskDoubts;
import org.opencmas.order.purchaseorder.store.ApprovalNeeded;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.FollowedRequest;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.order.purchaseorder.store.Placement;
import org.opencmas.order.purchaseorder.store.Placement.RequestKey;
import org.opencmas.order.purchaseorder.store.RecordOfRequest;
import org.opencmas.orderbody.NewOrder;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.Forbidden;
import org.opencmas.tenant.Tenant;

/**
 * Places a new order: stores its first version and publishes it for the decision, or keeps it as a draft.
 *
 * <p>Refuses what cannot be read (400), an agency that is not registered (422), another order under the same number of
 * the agency (409, with the difference), the same order under another key (409, with its place), and a key that was
 * used for another request (422).
 */
@ApplicationScoped
public class PlaceOrder {
    private final SharedCommit writer;
    private final OrderWriter single;
    private final Orders orders;
    private final RegisteredAgencies agencies;
    private final AskDoubts doubts;
    private final IdempotentRequests requests;
    private final Database database;
    private final Clock clock;

    PlaceOrder(
            SharedCommit writer,
            OrderWriter single,
            Orders orders,
            RegisteredAgencies agencies,
            AskDoubts doubts,
            IdempotentRequests requests,
            Database database,
            Clock clock) {
        this.writer = writer;
        this.single = single;
        this.orders = orders;
        this.agencies = agencies;
        this.doubts = doubts;
        this.requests = requests;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The order that was placed, now or when the same request came before.
     *
     * @param order as it was sent, with its first version
     * @param replayed whether it was stored by an earlier request with the same key
     */
    public record Placed(PurchaseOrder order, boolean replayed) {}

    public Placed place(NewOrder body, UUID agencyId, RequestKey key, Requester by) {
        // The writer works for several agencies at once, so that the database cannot tell whose order this may be.
        if (!Tenant.current().isOfAgency(agencyId)) {
            throw new Forbidden("The token names another agency than the order.");
        }
        PurchaseOrder order = make(body, agencyId, by);
        // Once it is committed, a decision may change it at any moment; what is answered is the order as it was sent.
        PurchaseOrder sent = PurchaseOrder.ofFirstVersion(order.latest());
        if (!body.isDraft()) {
            doubts.requireOfNew(
                    order.latest().document(), () -> isKnown(order.latest().document(), key));
        }
        Placement placement = Placement.of(order, key, by.actor());
        try {
            writer.write(placement);
            return new Placed(sent, false);
        } catch (SQLException e) {
            if (ApprovalNeeded.isWhy(e) && !isKnown(sent.latest().document(), key)) {
                throw new ApprovalNeeded();
            }
            if (!ApprovalNeeded.isWhy(e) && !OrderWriter.UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new IllegalStateException("the order could not be stored", e);
            }
            return database.with(connection -> stored(connection, sent.latest().document(), key));
        }
    }

    /**
     * Places an order as part of a larger act, in its transaction: the act keeps the caller's key, and records an event of its own after this
     * one, which wakes the relay for both.
     */
    public PurchaseOrder placeWithin(Connection connection, NewOrder body, UUID agencyId, Requester by)
            throws SQLException {
        PurchaseOrder order = make(body, agencyId, by);
        OrderDocument sent = order.latest().document();
        Optional<PurchaseOrder> taken =
                orders.findByNumber(connection, agencyId, sent.naming().agencyOrderNumber());
        if (taken.isPresent()) {
            throw takenBy(connection, taken.get().orderId(), sent);
        }
        try {
            placeAllWithin(connection, List.of(order), by);
        } catch (SQLException e) {
            if (OrderWriter.UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new Conflict(
                        "order-number-taken",
                        "Your agency placed another order under this number just now. Read it, and decide anew.");
            }
            if (ApprovalNeeded.isWhy(e)) {
                throw new ApprovalNeeded();
            }
            throw e;
        }
        return order;
    }

    /**
     * Makes the order that a body asks for. Nothing is stored.
     *
     * @throws org.opencmas.problem.InvalidRequest (400) that names every fault of the body
     * @throws org.opencmas.problem.RefusedByRule (422) for an agency that is not registered, a request for offer that is not the agency's,
     *     and contractors asked otherwise than that has on record
     */
    public PurchaseOrder make(NewOrder body, UUID agencyId, Requester by) {
        OrderBody sent = OrderBody.read(body, by.sender(agencyId, clock));
        agencies.require(agencyId);
        OrderBody content = FollowedRequest.of(sent.procurement()) == null
                ? sent
                : database.with(connection -> RecordOfRequest.complete(connection, sent));
        Act act = by.act(clock.instant().truncatedTo(ChronoUnit.MICROS));
        return PurchaseOrder.place(TimeOrderedId.next(), content, body.isDraft(), act);
    }

    /**
     * Stores orders that were made, as part of a larger act, in its transaction: the act keeps the caller's key, commits, and wakes the
     * relay.
     *
     * @throws SQLException with state {@value OrderWriter#UNIQUE_VIOLATION} when an order number is taken; then none is stored
     */
    public void placeAllWithin(Connection connection, List<PurchaseOrder> made, Requester by) throws SQLException {
        List<Placement> placements = new ArrayList<>();
        for (PurchaseOrder order : made) {
            placements.add(Placement.of(order, null, by.actor()));
        }
        single.writeWithin(connection, placements);
    }

    /**
     * Whether the key or the number of the order is taken: it is answered as what was placed then, and is neither asked about nor to be
     * approved a second time.
     */
    private boolean isKnown(OrderDocument sent, RequestKey key) {
        return database.with(connection -> orderOf(connection, key) != null
                || orders.findByNumber(
                                connection, sent.agencyId(), sent.naming().agencyOrderNumber())
                        .isPresent());
    }

    private Placed stored(Connection connection, OrderDocument sent, RequestKey key) throws SQLException {
        UUID orderId = orderOf(connection, key);
        Optional<OrderVersion> first = orderId == null ? Optional.empty() : orders.version(connection, orderId, 1);
        if (first.isPresent()) {
            return new Placed(PurchaseOrder.ofFirstVersion(first.get().asWritten()), true);
        }
        PurchaseOrder taken = orders.findByNumber(
                        connection, sent.agencyId(), sent.naming().agencyOrderNumber())
                .orElseThrow(() -> new IllegalStateException("neither the order nor the key is taken any more"));
        throw takenBy(connection, taken.orderId(), sent);
    }

    /**
     * The refusal of an order whose number another one has: it tells whether that is the same order, as it was placed or as it was revised
     * last before its issue. What differs is told of the latter.
     */
    public OrderNumberTaken takenBy(Connection connection, UUID orderId, OrderDocument sent) throws SQLException {
        OrderDocument original = orders.lastOf(connection, orderId, 0)
                .map(OrderVersion::document)
                .orElseThrow();
        OrderNumberTaken revised = OrderNumberTaken.by(original, sent);
        if (revised.isSameOrder() || original.documentVersion() == 1) {
            return revised;
        }
        OrderDocument first = orders.version(connection, orderId, 1)
                .map(OrderVersion::document)
                .orElseThrow();
        OrderNumberTaken placed = OrderNumberTaken.by(first, sent);
        return placed.isSameOrder() ? placed : revised;
    }

    /** The order that was placed with the key; null when none was. */
    private @Nullable UUID orderOf(Connection connection, RequestKey key) throws SQLException {
        StoredAnswer answer = requests.find(connection, key.caller(), key.key()).orElse(null);
        if (answer == null) {
            return null;
        }
        answer.requireSameRequest(key.hash());
        String location = Objects.requireNonNull(answer.headers().get("Location"));
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }
}
