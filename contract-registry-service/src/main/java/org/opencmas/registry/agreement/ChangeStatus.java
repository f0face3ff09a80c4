package org.opencmas.registry.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.IfMatch;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.terms.CmasNumber;

/**
 * Suspends, activates or terminates an agreement. Refuses an unknown agreement (404), a stale or missing If-Match (412,
 * 428), a change from terminated or to the present status (409), and activation without a base contract (422).
 */
@ApplicationScoped
class ChangeStatus {
    private final Agreements agreements;
    private final RegistryEvents events;
    private final Caller caller;
    private final Clock clock;

    ChangeStatus(Agreements agreements, RegistryEvents events, Caller caller, Clock clock) {
        this.agreements = agreements;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Entry change(
            CmasNumber number, @Nullable String ifMatch, AgreementStatus next, LocalDate effectiveOn, String reason) {
        Agreement agreement = agreements.requireForChange(number);
        IfMatch.require(ifMatch, agreement.version());
        Supplement latest = agreements.latest(agreement);
        agreement.become(next, latest.terms());
        agreements.add(new StatusChange(
                new StatusChange.Key(agreement.cmasNumber(), TimeOrderedId.next()),
                next,
                effectiveOn,
                reason,
                new Supplement.Recorded(clock.instant(), caller.subject())));
        agreements.flush();
        Entry entry = Entry.of(agreement, latest);
        events.record(
                RegistryEvents.AGREEMENTS,
                agreement.cmasNumber(),
                entry.version(),
                "agreement.status-changed.v1",
                entry.state());
        return entry;
    }
}
