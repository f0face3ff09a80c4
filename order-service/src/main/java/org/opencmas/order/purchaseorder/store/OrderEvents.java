package org.opencmas.order.purchaseorder.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.opencmas.journal.NewEvent;
import org.opencmas.order.purchaseorder.OrderChange;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderJson;

/** The events by which others learn of an order: each carries the whole document and what was done. */
public final class OrderEvents {
    /** The topic of order events; the key is the order's id. */
    public static final String TOPIC = "cmas.orders";

    private OrderEvents() {}

    static NewEvent of(PurchaseOrder order, OrderChange change) {
        return of(order, change, OrderJson.document(change.subject().document()));
    }

    /** @param document the changed version's document as JSON */
    public static NewEvent of(PurchaseOrder order, OrderChange change, String document) {
        String payload = payload(document, change);
        return new NewEvent(TOPIC, order.orderId().toString(), order.version(), change.type(), payload);
    }

    /**
     * The payload of an order's event: the whole document, its state, who submitted it when, and the event's own.
     *
     * @param document as {@link OrderJson#document} wrote it, so that it is written once
     */
    private static String payload(String document, OrderChange change) {
        ObjectNode rest = OrderJson.tree(change.details());
        OrderVersion version = change.subject();
        rest.put("state", version.state().name());
        OrderVersion.Act submission = version.submission();
        if (submission != null) {
            rest.put("submittedAt", submission.at().toString());
            rest.put("submittedBy", submission.by());
        }
        return document.substring(0, document.length() - 1) + ","
                + rest.toString().substring(1);
    }
}
