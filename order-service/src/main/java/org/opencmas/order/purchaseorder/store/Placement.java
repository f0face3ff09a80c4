package org.opencmas.order.purchaseorder.store;

import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Recording;
import org.opencmas.order.purchaseorder.OrderChange;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderJson;

/**
 * A new order ready to be written: nothing about it needs to be asked of the database any more.
 *
 * @param change the order's first change
 * @param document its document as JSON
 * @param key under which the caller may send it again; null where the caller's key is kept with what the order is a part of
 * @param recording the event that tells of it
 */
public record Placement(
        PurchaseOrder order,
        OrderChange change,
        String document,
        @Nullable RequestKey key,
        Recording recording) {
    /**
     * Of an order that was made just now.
     *
     * @throws org.opencmas.problem.InvalidRequest (400) for a document that no event could carry
     */
    public static Placement of(PurchaseOrder order, @Nullable RequestKey key, Actor by) {
        OrderChange change = OrderChange.newVersion(order.latest());
        String document = OrderJson.document(order.latest().document());
        return new Placement(order, change, document, key, Recording.now(OrderEvents.of(order, change, document), by));
    }

    /**
     * The caller's key of a request.
     *
     * @param caller subject of the token; keys of two callers have nothing to do with each other
     * @param hash SHA-256 of what was sent with the key
     */
    public record RequestKey(String caller, String key, byte[] hash) {}
}
