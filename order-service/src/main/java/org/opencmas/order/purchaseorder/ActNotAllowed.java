package org.opencmas.order.purchaseorder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.Lifecycle.NextStep;
import org.opencmas.problem.Conflict;

/** The order's state does not allow the act; the table tells which one comes first. */
final class ActNotAllowed extends Conflict {
    private static final long serialVersionUID = 1;

    ActNotAllowed(OrderState state, OrderAct act, List<OrderAct> allowed, @Nullable NextStep first) {
        super(
                "act-not-allowed",
                "You cannot " + act.words() + " an order that is " + state + "; " + next(first) + "allowed now: "
                        + words(allowed) + ".",
                members(state, act, allowed, first));
    }

    private static String next(@Nullable NextStep first) {
        if (first == null) {
            return "";
        }
        String step = first.isWaitedFor()
                ? "it has to be decided by the rules first"
                : "you have to " + first.act().words() + " it first";
        return step + "; ";
    }

    private static Map<String, Object> members(
            OrderState state, OrderAct act, List<OrderAct> allowed, @Nullable NextStep first) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("state", state.name());
        members.put("act", act.name());
        members.put("allowed", allowed);
        if (first != null) {
            members.put("nextAct", first.act().name());
        }
        return members;
    }

    private static String words(List<OrderAct> allowed) {
        return allowed.isEmpty()
                ? "nothing"
                : String.join(", ", allowed.stream().map(OrderAct::words).toList());
    }
}
