package org.opencmas.registry.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opencmas.http.Caller;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.registry.agreement.store.RecordedAgreement;
import org.opencmas.registry.agreement.store.StatusChange;
import org.opencmas.registry.agreement.store.StatusSince;
import org.opencmas.registry.agreement.store.StatusTimeline;
import org.opencmas.registry.agreement.store.Supplement;
import org.opencmas.registry.agreement.terms.Terms;
import org.opencmas.registry.agreement.terms.TermsCheck;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.registry.contractor.Contractors;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.terms.CmasNumber;

/**
 * Registers an agreement with its original terms. Refuses a number that is registered (409, agreement-exists), an unknown
 * contractor (404), and terms that break a rule (422, agreement-refused; see {@link TermsCheck}).
 */
@ApplicationScoped
public class RegisterAgreement {
    private final Agreements agreements;
    private final Contractors contractors;
    private final RegistryEvents events;
    private final Caller caller;
    private final Clock clock;

    RegisterAgreement(
            Agreements agreements, Contractors contractors, RegistryEvents events, Caller caller, Clock clock) {
        this.agreements = agreements;
        this.contractors = contractors;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws Conflict (409), as said above
     * @throws NotFound (404), as said above
     * @throws RefusedByRule (422), as said above
     */
    @Transactional
    public RecordedAgreement register(NewAgreement body) {
        CmasNumber number = NotACmasNumber.parse("/cmasNumber", body.cmasNumber());
        UUID contractorId = body.contractorId();
        Terms terms = body.terms(contractors.require(contractorId).legalName());
        requireNew(number);
        TermsCheck.require(terms, body.firstStatus());
        var recorded = new Supplement.Recorded(clock.instant().truncatedTo(ChronoUnit.MICROS), caller.subject());
        var agreement = new Agreement(number, contractorId, recorded.at());
        var since = new StatusSince(body.firstStatus(), body.firstDay());
        var original =
                new Supplement(new Supplement.Key(number.canonical(), 0), body.firstDay(), terms, null, recorded);
        agreements.persist(agreement);
        agreements.add(original);
        agreements.add(new StatusChange(
                new StatusChange.Key(number.canonical(), TimeOrderedId.next()), 0, since, "registered", recorded));
        agreements.flush();
        RecordedAgreement entry =
                RecordedAgreement.of(agreement, original, StatusTimeline.of(List.of(since)), LocalDate.now(clock));
        events.record(
                RegistryEvents.AGREEMENTS,
                number.canonical(),
                entry.version(),
                "agreement.registered.v1",
                entry.state());
        return entry;
    }

    /** @throws Conflict (409, agreement-exists) when the number is registered */
    public void requireNew(CmasNumber number) {
        if (agreements.findByIdOptional(number.canonical()).isPresent()) {
            throw new Conflict(
                    "agreement-exists",
                    "Agreement " + number + " is registered already. Change it with a supplement.",
                    Map.of("location", "/v1/agreements/" + number));
        }
    }
}
