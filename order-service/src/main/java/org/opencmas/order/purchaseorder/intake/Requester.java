package org.opencmas.order.purchaseorder.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.opencmas.http.Caller;
import org.opencmas.journal.Actor;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.orderbody.OrderSender;
import org.opencmas.terms.ProgramCalendar;

/**
 * Who sends a request, taken from its token once.
 *
 * @param actor for the journal
 * @param name for people
 */
public record Requester(Actor actor, String name) {
    public static Requester of(Caller caller) {
        String onBehalfOf =
                caller.agencyId().or(caller::contractorId).map(Object::toString).orElse(null);
        return new Requester(new Actor(caller.subject(), onBehalfOf, caller.requestId()), caller.name());
    }

    /** The same as who sends the body of an order, today. */
    public OrderSender sender(UUID agencyId, Clock clock) {
        return new OrderSender(agencyId, name, ProgramCalendar.dateOf(clock.instant()));
    }

    public Act act(Instant at) {
        return new Act(at, name, actor.requestId());
    }
}
