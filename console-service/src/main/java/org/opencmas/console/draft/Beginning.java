package org.opencmas.console.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Orders;
import org.opencmas.console.client.Orders.Order;

/**
 * What an edit begins with.
 *
 * @param order null for a new one
 * @param version the version that is edited or amended; empty for a new one
 */
record Beginning(@Nullable Order order, String etag, JsonNode version) {
    String address() {
        return order == null ? "/drafts/new" : "/drafts/" + order.orderId();
    }

    boolean isAmendment() {
        return order != null && !order.allows("revise");
    }

    String title() {
        return order == null
                ? "Write an order"
                : (isAmendment() ? "Amend order " : "Edit order ") + order.agencyOrderNumber();
    }

    /** Tells whether a version that was never issued is written anew, rather than a further one begun. */
    boolean isRevision() {
        if (order == null) {
            return false;
        }
        Orders.OpenAmendment amendment = order.openAmendment();
        return order.allows("revise") || (amendment != null && amendment.allows("revise"));
    }

    static Beginning blank() {
        return new Beginning(null, "", JsonNodeFactory.instance.objectNode());
    }
}
