package org.opencmas.order.purchaseorder;

import java.util.Map;
import java.util.UUID;
import org.opencmas.problem.Conflict;

/** An amendment is written or sent already; a second one beside it would not know what it amends. */
final class AmendmentOpen extends Conflict {
    private static final long serialVersionUID = 1;

    AmendmentOpen(UUID orderId, OrderVersion open) {
        super(
                "amendment-open",
                "Amendment " + open.document().amendmentNumber() + " is " + open.state()
                        + "; an order has one open amendment at most. Change a draft with PUT /v1/orders/" + orderId
                        + ", or wait for its decision.",
                Map.of(
                        "amendmentNumber",
                        open.document().amendmentNumber(),
                        "documentVersion",
                        open.number(),
                        "state",
                        open.state().name()));
    }
}
