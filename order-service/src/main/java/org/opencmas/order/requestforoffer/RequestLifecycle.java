package org.opencmas.order.requestforoffer;

import static java.util.Map.entry;
import static org.opencmas.order.requestforoffer.RequestState.CANCELLED;
import static org.opencmas.order.requestforoffer.RequestState.CLOSED;
import static org.opencmas.order.requestforoffer.RequestState.DRAFT;
import static org.opencmas.order.requestforoffer.RequestState.SENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opencmas.order.lifecycle.TransitionTable;
import org.opencmas.problem.Conflict;

/**
 * The transition table: in which state an act is allowed and where it leads. What is not in the table is refused. An answer of a
 * contractor is never refused for the state once contractors were asked: nothing that came is dropped.
 */
public final class RequestLifecycle {
    private static final TransitionTable<RequestState, RequestAct> TABLE = new TransitionTable<>(
            RequestAct.class,
            Map.ofEntries(
                    entry(RequestAct.REVISE, Map.of(DRAFT, DRAFT)),
                    entry(RequestAct.SEND, Map.of(DRAFT, SENT, SENT, SENT)),
                    entry(RequestAct.RECORD_OFFER, Map.of(SENT, SENT, CLOSED, CLOSED, CANCELLED, CANCELLED)),
                    entry(RequestAct.CLOSE, Map.of(SENT, CLOSED)),
                    entry(RequestAct.RECORD_STEP, Map.of(DRAFT, DRAFT, SENT, SENT, CLOSED, CLOSED)),
                    entry(RequestAct.DETERMINE, Map.of(CLOSED, CLOSED)),
                    entry(RequestAct.DRAFT_ORDER, Map.of(CLOSED, CLOSED)),
                    entry(RequestAct.CANCEL, Map.of(DRAFT, CANCELLED, SENT, CANCELLED, CLOSED, CANCELLED))));

    private RequestLifecycle() {}

    /** Where the act leads from the state; empty when it is not allowed there. */
    static Optional<RequestState> next(RequestState from, RequestAct act) {
        return TABLE.next(from, act);
    }

    /** @throws Conflict (409) when the table has no such transition */
    static RequestState require(RequestState from, RequestAct act) {
        return next(from, act).orElseThrow(() -> notAllowed(from, act));
    }

    /** The acts allowed in the state, in the order of their declaration. */
    static List<RequestAct> allowedIn(RequestState from) {
        return TABLE.allowedIn(from);
    }

    private static Conflict notAllowed(RequestState from, RequestAct act) {
        List<RequestAct> allowed = allowedIn(from);
        Optional<RequestAct> first = TABLE.firstTowards(from, act);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("state", from.name());
        members.put("act", act.name());
        members.put("allowed", allowed);
        first.ifPresent(step -> members.put("nextAct", step.name()));
        return new Conflict(
                "act-not-allowed",
                "You cannot " + act.words() + " a request for offer that is " + from + "; "
                        + first.map(step -> "you have to " + step.words() + " it first; ")
                                .orElse("")
                        + "allowed now: "
                        + String.join(
                                ", ", allowed.stream().map(RequestAct::words).toList())
                        + ".",
                members);
    }
}
