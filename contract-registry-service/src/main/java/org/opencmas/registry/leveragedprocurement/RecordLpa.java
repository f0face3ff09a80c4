package org.opencmas.registry.leveragedprocurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.IfMatch;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;

/**
 * Registers a leveraged procurement agreement and adds versions to it. Refuses terms that contradict themselves (400), a number that is
 * taken (409), an unknown agreement (404), a change without If-Match (428) and one decided on an older version (412). A change that changes
 * nothing records nothing.
 */
@ApplicationScoped
class RecordLpa {
    private final Lpas agreements;
    private final RegistryEvents events;
    private final Caller caller;
    private final Clock clock;

    RecordLpa(Lpas agreements, RegistryEvents events, Caller caller, Clock clock) {
        this.agreements = agreements;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    LpaState register(Identifier number, LocalDate effectiveOn, LpaTerms terms) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LpaCheck.require(terms, ProgramCalendar.dateOf(now));
        agreements.requireFree(number);
        var agreement = new Lpa(TimeOrderedId.next(), number, now);
        agreements.persistAndFlush(agreement);
        return add(agreement, "lpa.registered.v1", effectiveOn, terms, now);
    }

    @Transactional
    LpaState change(UUID id, @Nullable String ifMatch, LocalDate effectiveOn, LpaTerms terms) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LpaCheck.require(terms, ProgramCalendar.dateOf(now));
        Lpa agreement = agreements.requireForChange(id);
        IfMatch.require(ifMatch, agreement.version());
        LpaVersion latest = agreements.latest(agreement);
        if (latest.effectiveOn().equals(effectiveOn) && latest.terms().equals(terms)) {
            return LpaState.of(agreement, latest);
        }
        agreements.countVersion(agreement);
        return add(agreement, "lpa.changed.v1", effectiveOn, terms, now);
    }

    private LpaState add(Lpa agreement, String event, LocalDate effectiveOn, LpaTerms terms, Instant now) {
        var version = new LpaVersion(
                new LpaVersion.Key(agreement.id(), agreement.version()),
                effectiveOn,
                terms,
                terms.words(agreement.number()),
                new LpaVersion.Recorded(now, caller.subject()));
        agreements.add(version);
        LpaState state = LpaState.of(agreement, version);
        events.record(RegistryEvents.LPAS, agreement.id().toString(), state.version(), event, state);
        return state;
    }
}
