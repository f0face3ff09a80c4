package org.opencmas.order.purchaseorder.document;

import java.util.List;
import java.util.Map;
import org.opencmas.problem.Conflict;

/**
 * The agency's order number, or the number of the amendment, names a document already: the same one sent under another
 * key, or another one, in which case the difference is shown field by field.
 */
public final class OrderNumberTaken extends Conflict {
    private static final long serialVersionUID = 1;
    private static final String ALREADY_PLACED = "order-already-placed";

    private OrderNumberTaken(String slug, String detail, Map<String, Object> members) {
        super(slug, detail, members);
    }

    /** Whether the number's order is the very one that was sent. */
    public boolean isSameOrder() {
        return ALREADY_PLACED.equals(slug());
    }

    public static OrderNumberTaken by(OrderDocument stored, OrderDocument sent) {
        List<Difference> differences = Difference.between(stored, sent);
        String location = "/v1/orders/" + stored.orderId()
                + (stored.documentVersion() == 1 ? "" : "/versions/" + stored.documentVersion());
        String name = "Order " + stored.naming().agencyOrderNumber()
                + (stored.amendmentNumber() == 0 ? "" : " amendment " + stored.amendmentNumber());
        if (differences.isEmpty()) {
            return new OrderNumberTaken(
                    ALREADY_PLACED,
                    name + " is stored already, and this is the very same document. Send a request again with the"
                            + " Idempotency-Key it had before, or read it at the location.",
                    Map.of("location", location));
        }
        return new OrderNumberTaken(
                "order-number-taken",
                name + " is stored already and says something else. Amend it, or take another number.",
                Map.of("location", location, "differences", differences));
    }
}
