package org.opencmas.order.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.IfMatch;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvents;
import org.opencmas.order.agency.Agency.Description;
import org.opencmas.order.agency.Agency.OwnPolicy;
import org.opencmas.order.agency.AgencyView.PolicyView;
import org.opencmas.problem.Fault;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.ProgramCalendar;

/**
 * Registers agencies, changes them and publishes their full state each time.
 *
 * <p>Refuses an id or a name with county that is taken (409), an unknown agency (404) and a missing or stale
 * {@code If-Match} (428, 412).
 */
@ApplicationScoped
public class RegisterAgency {
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
        OwnPolicy said = description.policy();
        if (said != null) {
            List<String> loosened = loosened(agency, PolicyView.of(said));
            if (!loosened.isEmpty()) {
                throw new RefusedByRule(
                        "loosened-by-one",
                        "This policy loosens what the agency has set: another person has to confirm that.",
                        loosened.stream()
                                .map(name -> new Fault("/policy/" + name, "is loosened", "Set it by PUT .../policy."))
                                .toList(),
                        Map.of("rule", "ORD-LIMIT-LOCAL"));
            }
        }
        agency.change(description);
        store(agency);
        keepPolicy(description.policy(), agency, actor);
        publish("agency.changed.v1", agency, actor);
        return agency;
    }

    /** What the agency set for itself, held against every other change until the transaction ends. */
    public static final class HeldPolicy {
        private final Agency agency;

        private HeldPolicy(Agency agency) {
            this.agency = agency;
        }

        /** Which of its settings a policy would loosen, by their names. */
        public List<String> loosenedBy(PolicyView policy) {
            return loosened(agency, policy);
        }

        /** The agency's version that the next policy makes. */
        public long nextVersion() {
            return agency.version() + 1;
        }

        public long version() {
            return agency.version();
        }

        public AgencyView view() {
            return AgencyView.of(agency);
        }
    }

    private static List<String> loosened(Agency agency, PolicyView policy) {
        return OwnRules.of(agency).loosenedBy(OwnRules.of(agency.type().agencyClass(), policy));
    }

    /** The agency's policy, to be changed within the transaction by a caller who decided on the version that it has seen. */
    public HeldPolicy hold(UUID agencyId, @Nullable String ifMatch) {
        return new HeldPolicy(held(agencyId, ifMatch));
    }

    /** The agency's policy as it stands, to be changed within the transaction. */
    public HeldPolicy hold(UUID agencyId) {
        return new HeldPolicy(agencies.findForUpdate(agencyId).orElseThrow(() -> new NotFound("agency", agencyId)));
    }

    /**
     * Sets the policy that the agency makes for itself.
     *
     * @param adoptedOn the first day on which it holds
     */
    public void adopt(HeldPolicy held, PolicyView policy, LocalDate adoptedOn, Actor actor) {
        Agency agency = held.agency;
        agency.adopt(policy.ownPolicy());
        store(agency);
        policies.persist(new AdoptedPolicy(agency, adoptedOn, actor.subject()));
        publish("agency.changed.v1", agency, actor);
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
