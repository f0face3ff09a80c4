package org.opencmas.registry.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.IfMatch;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.registry.agreement.store.RecordedAgreement;
import org.opencmas.registry.agreement.store.StatusTimeline;
import org.opencmas.registry.agreement.store.Supplement;
import org.opencmas.registry.agreement.terms.AgreementStatus;
import org.opencmas.registry.agreement.terms.Terms;
import org.opencmas.registry.agreement.terms.TermsCheck;
import org.opencmas.registry.agreement.terms.TermsFor;
import org.opencmas.registry.contractor.Contractors;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.terms.CmasNumber;

/**
 * Adds a supplement to an agreement: new terms as a whole (CON-SUPPLEMENT). Refuses an unknown agreement (404), a stale or
 * missing If-Match (412, 428), an agreement that is terminated or will be when the supplement takes effect and a number not above the
 * latest (409), a day on which other terms take effect already, unless they are the ones to be replaced (409), a supplement that takes effect before the original did (400), and terms that break a rule (422).
 */
@ApplicationScoped
public class SupplementAgreement {
    private final Agreements agreements;
    private final Contractors contractors;
    private final RegistryEvents events;
    private final Caller caller;
    private final Clock clock;

    SupplementAgreement(
            Agreements agreements, Contractors contractors, RegistryEvents events, Caller caller, Clock clock) {
        this.agreements = agreements;
        this.contractors = contractors;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What a supplement says beside its terms.
     *
     * @param number above the latest; null for the next one
     * @param effectiveOn first day its terms apply, possibly in the past or future
     * @param replaces the supplement (0 is the original) that takes effect on the same day and that this one corrects; null without one
     * @param changeNote what it changes, in words
     */
    public record Heading(
            @Nullable Integer number,
            LocalDate effectiveOn,
            @Nullable Integer replaces,
            @Nullable String changeNote) {}

    @Transactional
    RecordedAgreement add(CmasNumber number, @Nullable String ifMatch, Heading heading, TermsFor termsFor) {
        Agreement agreement = agreements.requireForChange(number);
        IfMatch.require(ifMatch, agreement.version());
        return add(agreement, heading, termsFor);
    }

    /** Adds it to an agreement that is locked in the current transaction. */
    public RecordedAgreement add(Agreement agreement, Heading heading, TermsFor termsFor) {
        StatusTimeline timeline = agreements.timeline(agreement, null);
        requireAfterOriginal(timeline.firstDay(), heading.effectiveOn());
        requireNotTerminated(agreement, timeline, heading.effectiveOn());
        requireNoOverlap(agreement, heading);
        Supplement before = agreements.latest(agreement);
        agreement.supplement(heading.number() == null ? agreement.latestSupplement() + 1 : heading.number());
        Terms terms = termsFor.contractor(
                contractors.require(agreement.contractorId()).legalName());
        TermsCheck.require(terms, statusUnder(agreement, timeline, heading.effectiveOn()));
        var supplement = new Supplement(
                new Supplement.Key(agreement.cmasNumber(), agreement.latestSupplement()),
                heading.effectiveOn(),
                terms,
                heading.changeNote(),
                new Supplement.Recorded(after(before.recordedAt()), caller.subject()));
        agreements.add(supplement);
        agreements.flush();
        RecordedAgreement entry = RecordedAgreement.of(agreement, supplement, timeline, LocalDate.now(clock));
        events.record(
                RegistryEvents.AGREEMENTS,
                agreement.cmasNumber(),
                entry.version(),
                "agreement.supplemented.v1",
                entry.state());
        return entry;
    }

    /** Now, and after the supplement before it: another instance's clock may be ahead, and two may be recorded in one instant. */
    private Instant after(Instant before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
    }

    private static void requireAfterOriginal(LocalDate first, LocalDate effectiveOn) {
        if (effectiveOn.isBefore(first)) {
            throw new InvalidRequest(new Fault(
                    "/effectiveOn",
                    "is before the original took effect on " + first,
                    "Choose that day or a later one."));
        }
    }

    /** Two supplements of one day would both say what holds from it on; one may only take the other's place, and says so. */
    private void requireNoOverlap(Agreement agreement, Heading heading) {
        Integer present = agreements.supplements(agreement).stream()
                .filter(each -> each.effectiveOn().equals(heading.effectiveOn()))
                .map(Supplement::number)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (Objects.equals(present, heading.replaces())) {
            return;
        }
        if (present == null) {
            throw new InvalidRequest(new Fault(
                    "/replaces",
                    "names a supplement that does not take effect on " + heading.effectiveOn(),
                    "Leave it out, or choose the first day of that supplement."));
        }
        throw new Conflict(
                "supplements-overlap",
                (present == 0 ? "The original" : "Supplement " + present) + " takes effect on " + heading.effectiveOn()
                        + " already. To correct it, name it in replaces; else choose another day.",
                Map.of("supplementNumber", present, "effectiveOn", heading.effectiveOn()));
    }

    private void requireNotTerminated(Agreement agreement, StatusTimeline timeline, LocalDate effectiveOn) {
        LocalDate today = LocalDate.now(clock);
        LocalDate latest = effectiveOn.isAfter(today) ? effectiveOn : today;
        if (timeline.on(latest) == AgreementStatus.TERMINATED) {
            throw new Conflict(
                    "agreement-terminated",
                    "Agreement " + agreement.cmasNumber() + " is terminated on " + latest + " and takes no supplement.",
                    Map.of("statusTimeline", timeline.entries()));
        }
    }

    /** ACTIVE when the agreement is so on any day on which the new terms will be in force, else the status of their first day. */
    private AgreementStatus statusUnder(Agreement agreement, StatusTimeline timeline, LocalDate effectiveOn) {
        LocalDate end = agreements.supplements(agreement).stream()
                .map(Supplement::effectiveOn)
                .filter(start -> start.isAfter(effectiveOn))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return timeline.isActiveWithin(effectiveOn, end) ? AgreementStatus.ACTIVE : timeline.on(effectiveOn);
    }
}
