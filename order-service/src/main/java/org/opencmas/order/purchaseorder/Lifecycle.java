package org.opencmas.order.purchaseorder;

import static java.util.Map.entry;
import static org.opencmas.order.purchaseorder.OrderState.ACCEPTED;
import static org.opencmas.order.purchaseorder.OrderState.AMENDED;
import static org.opencmas.order.purchaseorder.OrderState.DRAFT;
import static org.opencmas.order.purchaseorder.OrderState.ISSUED;
import static org.opencmas.order.purchaseorder.OrderState.LAPSED;
import static org.opencmas.order.purchaseorder.OrderState.REJECTED;
import static org.opencmas.order.purchaseorder.OrderState.RETURNED;
import static org.opencmas.order.purchaseorder.OrderState.SUBMITTED;
import static org.opencmas.order.purchaseorder.OrderState.TERMINATED;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.lifecycle.TransitionTable;

/**
 * The transition table: from which state an act may start and where it leads. What is not in the table is refused.
 *
 * <p>{@link OrderAct#AMEND} leaves the version in force as it is, for an amendment is a version of its own.
 */
public final class Lifecycle {
    private static final TransitionTable<OrderState, OrderAct> TABLE = new TransitionTable<>(
            OrderAct.class,
            Map.ofEntries(
                    entry(OrderAct.REVISE, Map.of(DRAFT, DRAFT, RETURNED, DRAFT)),
                    entry(OrderAct.APPROVE, Map.of(DRAFT, DRAFT)),
                    entry(OrderAct.CONFIRM, Map.of(DRAFT, DRAFT)),
                    entry(OrderAct.SUBMIT, Map.of(DRAFT, SUBMITTED)),
                    entry(OrderAct.ISSUE, Map.of(SUBMITTED, ISSUED)),
                    entry(OrderAct.ISSUE_AMENDMENT, Map.of(SUBMITTED, AMENDED)),
                    entry(OrderAct.RETURN, Map.of(SUBMITTED, RETURNED)),
                    entry(OrderAct.ACCEPT, Map.of(ISSUED, ACCEPTED, AMENDED, ACCEPTED)),
                    entry(OrderAct.REJECT, Map.of(ISSUED, REJECTED, AMENDED, REJECTED)),
                    entry(
                            OrderAct.AMEND,
                            Map.of(ISSUED, ISSUED, ACCEPTED, ACCEPTED, REJECTED, REJECTED, AMENDED, AMENDED)),
                    entry(
                            OrderAct.TERMINATE,
                            Map.of(
                                    ISSUED,
                                    TERMINATED,
                                    ACCEPTED,
                                    TERMINATED,
                                    REJECTED,
                                    TERMINATED,
                                    AMENDED,
                                    TERMINATED)),
                    entry(OrderAct.STOP_WORK, Map.of(ISSUED, ISSUED, ACCEPTED, ACCEPTED, AMENDED, AMENDED)),
                    entry(
                            OrderAct.RESUME_WORK,
                            Map.of(ISSUED, ISSUED, ACCEPTED, ACCEPTED, REJECTED, REJECTED, AMENDED, AMENDED)),
                    entry(OrderAct.LAPSE, Map.of(DRAFT, LAPSED, SUBMITTED, LAPSED, RETURNED, LAPSED))));
    /** What follows from something else, so that nobody can ask for it. */
    private static final Set<OrderAct> NOT_ASKED_FOR =
            EnumSet.of(OrderAct.ISSUE, OrderAct.ISSUE_AMENDMENT, OrderAct.RETURN, OrderAct.LAPSE);

    private Lifecycle() {}

    /** Where the act leads from the state; empty when it is not allowed there. */
    static Optional<OrderState> next(OrderState from, OrderAct act) {
        return TABLE.next(from, act);
    }

    /** @throws ActNotAllowed (409) when the table has no such transition */
    public static OrderState require(OrderState from, OrderAct act) {
        return next(from, act)
                .orElseThrow(() -> new ActNotAllowed(from, act, allowedIn(from), firstTowards(from, act)));
    }

    /** The acts that somebody may ask for in the state, in the order of their declaration. */
    static List<OrderAct> allowedIn(OrderState from) {
        return TABLE.allowedIn(from).stream()
                .filter(act -> !NOT_ASKED_FOR.contains(act))
                .toList();
    }

    /** Which act comes first where the wanted one is refused; of what nobody can ask for, that it is waited for. */
    static @Nullable NextStep firstTowards(OrderState from, OrderAct wanted) {
        return TABLE.firstTowards(from, wanted)
                .map(act -> new NextStep(act, NOT_ASKED_FOR.contains(act)))
                .orElse(null);
    }

    /** @param isWaitedFor whether it follows from something else, such as the decision of the rule book */
    record NextStep(OrderAct act, boolean isWaitedFor) {}
}
