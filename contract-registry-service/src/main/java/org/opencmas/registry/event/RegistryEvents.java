package org.opencmas.registry.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.opencmas.http.Caller;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvents;

/** Records the registry's events, with the caller as the one who acted if there is one. */
@ApplicationScoped
public class RegistryEvents {
    /** Topic of {@code contractor.*}, keyed by the contractor's id. */
    public static final String CONTRACTORS = "cmas.contractors";
    /** Topic of {@code agreement.*} and {@code price-list.*}, keyed by the canonical CMAS number. */
    public static final String AGREEMENTS = "cmas.agreements";

    /** Topic of {@code lpa.*}, keyed by the id of the leveraged procurement agreement. */
    public static final String LPAS = "cmas.lpas";

    private final Journal journal;
    private final NewEvents events;
    private final Caller caller;

    RegistryEvents(Journal journal, NewEvents events, Caller caller) {
        this.journal = journal;
        this.events = events;
        this.caller = caller;
    }

    /** Records one event in the current JTA transaction. */
    public void record(String topic, String aggregateId, long aggregateVersion, String type, Object state) {
        journal.append(actor(), events.of(topic, aggregateId, aggregateVersion, type, state));
    }

    /** Records one event of an agreement in the current JTA transaction, in the name of who asked for it before. */
    public void recordFor(Actor actor, String cmasNumber, long aggregateVersion, String type, Object state) {
        journal.append(actor, events.of(AGREEMENTS, cmasNumber, aggregateVersion, type, state));
    }

    /** Records one event of an agreement that the registry tells by itself, in the current JTA transaction. */
    public void recordUnasked(String cmasNumber, long aggregateVersion, String type, Object state) {
        journal.append(
                Actor.system("contract-registry-service"),
                events.of(AGREEMENTS, cmasNumber, aggregateVersion, type, state));
    }

    /** The caller as the journal names it, with the agency or contractor that its token binds it to. */
    public Actor actor() {
        String onBehalfOf =
                caller.agencyId().or(caller::contractorId).map(UUID::toString).orElse(null);
        return new Actor(caller.subject(), onBehalfOf, caller.requestId());
    }
}
