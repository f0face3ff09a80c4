package org.opencmas.registry.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.IfMatch;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.registry.contractor.Contractors;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.terms.CmasNumber;

/**
 * Adds a supplement to an agreement: new terms as a whole (CON-SUPPLEMENT). Refuses an unknown agreement (404), a stale or
 * missing If-Match (412, 428), a terminated agreement and a number not above the latest (409), a supplement that takes
 * effect before the original did (400), and terms that break a rule (422).
 */
@ApplicationScoped
class SupplementAgreement {
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
     * @param changeNote what it changes, in words
     */
    record Heading(
            @Nullable Integer number,
            LocalDate effectiveOn,
            @Nullable String changeNote) {}

    @Transactional
    Entry add(CmasNumber number, @Nullable String ifMatch, Heading heading, TermsFor termsFor) {
        Agreement agreement = agreements.requireForChange(number);
        IfMatch.require(ifMatch, agreement.version());
        requireAfterOriginal(agreement, heading.effectiveOn());
        agreement.supplement(heading.number() == null ? agreement.latestSupplement() + 1 : heading.number());
        Terms terms = termsFor.contractor(
                contractors.require(agreement.contractorId()).legalName());
        TermsCheck.require(terms, agreement.status());
        var supplement = new Supplement(
                new Supplement.Key(agreement.cmasNumber(), agreement.latestSupplement()),
                heading.effectiveOn(),
                terms,
                heading.changeNote(),
                new Supplement.Recorded(clock.instant(), caller.subject()));
        agreements.add(supplement);
        agreements.flush();
        Entry entry = Entry.of(agreement, supplement);
        events.record(
                RegistryEvents.AGREEMENTS,
                agreement.cmasNumber(),
                entry.version(),
                "agreement.supplemented.v1",
                entry.state());
        return entry;
    }

    private void requireAfterOriginal(Agreement agreement, LocalDate effectiveOn) {
        LocalDate first = agreements.original(agreement).effectiveOn();
        if (effectiveOn.isBefore(first)) {
            throw new InvalidRequest(new Fault(
                    "/effectiveOn",
                    "is before the original took effect on " + first,
                    "Choose that day or a later one."));
        }
    }
}
