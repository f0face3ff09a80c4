package org.opencmas.order.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.IfMatch;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvents;
import org.opencmas.order.agency.Agency.Description;
import org.opencmas.order.agency.Agency.OwnPolicy;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.ProgramCalendar;

/**
 * Registers agencies, changes them and publishes their full state each time.
 *
 * <p>Refuses an id or a name with county that is taken (409), an unknown agency (404) and a missing or stale
 * {@code If-Match} (428, 412).
 */
@ApplicationScoped
class RegisterAgency {
    private static final String TOPIC = "cmas.agencies";

    private final Agencies agencies;
    private final AdoptedPolicies policies;
    private final RegisteredAgencies registered;
    private final Journal journal;
    private final NewEvents events;
    private final Clock clock;

    RegisterAgency(
            Agencies agencies,
            AdoptedPolicies policies,
            RegisteredAgencies registered,
            Journal journal,
            NewEvents events,
            Clock clock) {
        this.agencies = agencies;
        this.policies = policies;
        this.registered = registered;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Agency register(UUID agencyId, Description description, Actor actor) {
        agencies.findByIdOptional(agencyId)
                .or(() -> agencies.findByKey(description.key()))
                .ifPresent(taken -> {
                    throw new AgencyTaken(taken.agencyId());
                });
        var agency = new Agency(agencyId, description);
        store(agency);
        keepPolicy(description.policy(), agency, actor);
        publish("agency.registered.v1", agency, actor);
        return agency;
    }

    @Transactional
    Agency change(UUID agencyId, Description description, @Nullable String ifMatch, Actor actor) {
        Agency agency = held(agencyId, ifMatch);
        agencies.findByKey(description.key())
                .filter(other -> !other.agencyId().equals(agencyId))
                .ifPresent(taken -> {
                    throw new AgencyTaken(taken.agencyId());
                });
        agency.change(description);
        store(agency);
        keepPolicy(description.policy(), agency, actor);
        publish("agency.changed.v1", agency, actor);
        return agency;
    }

    /** Sets the policy that the agency makes for itself. */
    @Transactional
    Agency adopt(UUID agencyId, OwnPolicy policy, @Nullable String ifMatch, Actor actor) {
        Agency agency = held(agencyId, ifMatch);
        agency.adopt(policy);
        keepPolicy(policy, agency, actor);
        publish("agency.changed.v1", agency, actor);
        return agency;
    }

    /** Every policy is kept with its day; one that was not said changes nothing. */
    private void keepPolicy(@Nullable OwnPolicy said, Agency agency, Actor actor) {
        if (said != null) {
            policies.persist(new AdoptedPolicy(agency, ProgramCalendar.dateOf(clock.instant()), actor.subject()));
        }
    }

    private Agency held(UUID agencyId, @Nullable String ifMatch) {
        Agency agency = agencies.findForUpdate(agencyId).orElseThrow(() -> new NotFound("agency", agencyId));
        IfMatch.require(ifMatch, agency.version());
        return agency;
    }

    private void store(Agency agency) {
        try {
            agencies.persistAndFlush(agency);
        } catch (ConstraintViolationException e) {
            throw new AgencyTaken(agency.agencyId());
        }
    }

    private void publish(String type, Agency agency, Actor actor) {
        registered.forget(agency.agencyId());
        journal.append(
                actor, events.of(TOPIC, agency.agencyId().toString(), agency.version(), type, AgencyView.of(agency)));
    }
}
