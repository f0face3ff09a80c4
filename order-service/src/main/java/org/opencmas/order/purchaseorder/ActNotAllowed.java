package org.opencmas.order.purchaseorder;

import java.util.List;
import java.util.Map;
import org.opencmas.problem.Conflict;

/** The order's state does not allow the act. */
final class ActNotAllowed extends Conflict {
    private static final long serialVersionUID = 1;

    ActNotAllowed(OrderState state, OrderAct act, List<OrderAct> allowed) {
        super(
                "act-not-allowed",
                "You cannot " + act.words() + " an order that is " + state + "; allowed now: " + words(allowed) + ".",
                Map.of("state", state.name(), "act", act.name(), "allowed", allowed));
    }

    private static String words(List<OrderAct> allowed) {
        return allowed.isEmpty()
                ? "nothing"
                : String.join(", ", allowed.stream().map(OrderAct::words).toList());
    }
}
