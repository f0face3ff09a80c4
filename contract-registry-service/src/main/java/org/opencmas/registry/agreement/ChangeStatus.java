package org.opencmas.registry.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.IfMatch;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.registry.agreement.store.RecordedAgreement;
import org.opencmas.registry.agreement.store.StatusChange;
import org.opencmas.registry.agreement.store.StatusSince;
import org.opencmas.registry.agreement.store.StatusTimeline;
import org.opencmas.registry.agreement.store.Supplement;
import org.opencmas.registry.agreement.terms.AgreementStatus;
import org.opencmas.registry.agreement.terms.TermsCheck;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.terms.CmasNumber;

/**
 * Suspends, activates or terminates an agreement from a day on, which may be past or future. Refuses an unknown agreement (404), a stale
 * or missing If-Match (412, 428), a day before the agreement's first (400), a change to the status that the day has already or of a day
 * on which the agreement is terminated (409), and activation while the terms name no base contract (422).
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
    RecordedAgreement change(CmasNumber number, @Nullable String ifMatch, StatusSince change, String reason) {
        Agreement agreement = agreements.requireForChange(number);
        IfMatch.require(ifMatch, agreement.version());
        List<StatusChange> recorded = new ArrayList<>(agreements.statusChanges(agreement));
        StatusTimeline before =
                StatusTimeline.of(recorded.stream().map(StatusChange::change).toList());
        requireNotBefore(before.firstDay(), change.effectiveOn());
        before.requirePossible(agreement.cmasNumber(), change);
        recorded.add(record(agreement, change, reason, recorded.getLast().recordedAt()));
        StatusTimeline timeline =
                StatusTimeline.of(recorded.stream().map(StatusChange::change).toList());
        requireBaseContract(agreement, timeline, change);
        agreements.flush();
        RecordedAgreement entry =
                RecordedAgreement.of(agreement, agreements.latest(agreement), timeline, LocalDate.now(clock));
        events.record(
                RegistryEvents.AGREEMENTS,
                agreement.cmasNumber(),
                entry.version(),
                "agreement.status-changed.v1",
                entry.state());
        return entry;
    }

    /** @param notBefore when the change before it was recorded: another instance's clock may be ahead */
    private StatusChange record(Agreement agreement, StatusSince change, String reason, Instant notBefore) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var recorded = new StatusChange(
                new StatusChange.Key(agreement.cmasNumber(), TimeOrderedId.next()),
                agreement.changeStatus(),
                change,
                reason,
                new Supplement.Recorded(now.isBefore(notBefore) ? notBefore : now, caller.subject()));
        agreements.add(recorded);
        return recorded;
    }

    private static void requireNotBefore(LocalDate firstDay, LocalDate effectiveOn) {
        if (effectiveOn.isBefore(firstDay)) {
            throw new InvalidRequest(new Fault(
                    "/effectiveOn",
                    "is before the agreement's first day, " + firstDay,
                    "Choose that day or a later one."));
        }
    }

    /** GEN-NOT-A-BID-PROGRAM: on every day on which this change makes it active, the terms in force name the base contract. */
    private void requireBaseContract(Agreement agreement, StatusTimeline timeline, StatusSince change) {
        if (change.status() == AgreementStatus.ACTIVE) {
            LocalDate end = timeline.nextAfter(change.effectiveOn());
            agreements
                    .inForceWithin(agreement, change.effectiveOn(), end)
                    .forEach(supplement -> TermsCheck.require(supplement.terms(), AgreementStatus.ACTIVE));
        }
    }
}
