package org.opencmas.order.account;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.problem.Conflict;

/** What is done on an order between its issue and its last payment, and in which states of the order: the one table of that. */
public enum AccountAct {
    /** Progress payments are agreed, or a bond is recorded. */
    AGREE("agree terms of payment on", OrderState.ISSUED, OrderState.ACCEPTED, OrderState.AMENDED),
    /** Something is received or accepted; also what was on its way when the order ended. */
    RECEIVE("receive on", OrderState.ISSUED, OrderState.ACCEPTED, OrderState.AMENDED, OrderState.TERMINATED),
    /** An invoice comes, is corrected, disputed or approved. */
    BILL("bill", OrderState.ISSUED, OrderState.ACCEPTED, OrderState.AMENDED, OrderState.TERMINATED),
    /** A payment is made. */
    PAY("pay on", OrderState.ISSUED, OrderState.ACCEPTED, OrderState.AMENDED, OrderState.TERMINATED),
    /** The agency says where a piece of the order's file is kept. */
    FILE(
            "add to the file of",
            OrderState.ISSUED,
            OrderState.ACCEPTED,
            OrderState.AMENDED,
            OrderState.REJECTED,
            OrderState.TERMINATED);

    private final String words;
    private final Set<OrderState> states;

    AccountAct(String words, OrderState... states) {
        this.words = words;
        this.states = EnumSet.noneOf(OrderState.class);
        this.states.addAll(Set.of(states));
    }

    public boolean isAllowedIn(OrderState state) {
        return states.contains(state);
    }

    /** @throws Conflict (409) when the order's state does not allow it */
    void requireIn(OrderState state) {
        if (!isAllowedIn(state)) {
            throw new Conflict(
                    "act-not-allowed",
                    "You cannot " + words + " an order that is " + state + "; it has to be one of " + states + ".",
                    Map.of("state", state.name(), "act", name(), "states", states));
        }
    }
}
