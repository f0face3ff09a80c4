package org.opencmas.order.policychange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Actor;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvents;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.agency.AgencyView;
import org.opencmas.order.agency.AgencyView.PolicyView;
import org.opencmas.order.agency.RegisterAgency;
import org.opencmas.order.agency.RegisterAgency.HeldPolicy;
import org.opencmas.order.policychange.PolicyChange.Act;
import org.opencmas.order.policychange.PolicyChange.State;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;

/**
 * Sets an agency's own policy (ORD-LIMIT-LOCAL, SOL-MIN-LOCAL: the agency sets its own limits, numbers and approvers). What loosens no control holds from
 * its day; what loosens one needs another person too, so that nobody switches off alone what is to control him.
 *
 * <p>Refuses an unknown agency (404), a missing or stale {@code If-Match} (428, 412), a confirmation by the one who set it (409), and anything done
 * with a change that is over (409).
 */
@ApplicationScoped
class SetPolicy {
    private static final String TOPIC = "cmas.agency-policy-changes";
    private static final String TYPE = "agency-policy-change.recorded.v1";
    private static final Actor SYSTEM = Actor.system("order-service");

    private final RegisterAgency agencies;
    private final PolicyChanges changes;
    private final Database database;
    private final Journal journal;
    private final NewEvents events;
    private final Clock clock;

    SetPolicy(
            RegisterAgency agencies,
            PolicyChanges changes,
            Database database,
            Journal journal,
            NewEvents events,
            Clock clock) {
        this.agencies = agencies;
        this.changes = changes;
        this.database = database;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What became of a policy that was set.
     *
     * @param agency as it stands now
     * @param change null where the policy holds from today
     */
    record Set(AgencyView agency, @Nullable PolicyChange change) {}

    @Transactional
    Set set(UUID agencyId, PolicyView policy, LocalDate effectiveOn, @Nullable String ifMatch, Requester by) {
        HeldPolicy held = agencies.hold(agencyId, ifMatch);
        List<String> loosened = held.loosenedBy(policy);
        if (loosened.isEmpty() && !effectiveOn.isAfter(today())) {
            agencies.adopt(held, policy, today(), by.actor());
            return new Set(held.view(), null);
        }
        PolicyChange change =
                PolicyChange.proposed(TimeOrderedId.next(), agencyId, effectiveOn, loosened, policy, act(by.name()));
        database.with(connection -> {
            changes.insert(connection, change);
            return change;
        });
        tell(change, by.actor());
        return new Set(held.view(), change);
    }

    /** Another person confirms it; it holds from its day, or at once where that has come. */
    @Transactional
    PolicyChange confirm(UUID agencyId, UUID changeId, Requester by) {
        return change(agencyId, changeId, (connection, change) -> {
            if (change.state() != State.AWAITS_CONFIRMATION) {
                throw over(change);
            }
            if (Identifier.keyOf(change.proposed().by()).equals(Identifier.keyOf(by.name()))) {
                throw new Conflict(
                        "own-policy-confirmed",
                        by.name() + " set this policy; what loosens a control is confirmed by another person.");
            }
            PolicyChange confirmed = change.confirmed(act(by.name()));
            save(connection, confirmed, by.actor());
            return change.effectiveOn().isAfter(today()) ? confirmed : adopt(connection, confirmed, by.actor());
        });
    }

    @Transactional
    PolicyChange withdraw(UUID agencyId, UUID changeId, Requester by) {
        return change(agencyId, changeId, (connection, change) -> {
            if (change.hasEnded()) {
                throw over(change);
            }
            PolicyChange withdrawn = change.withdrawn(act(by.name()));
            save(connection, withdrawn, by.actor());
            return withdrawn;
        });
    }

    /** Adopts one whose day has come, if it is still as it was when it was looked for. */
    @Transactional
    void adoptDue(UUID agencyId, UUID changeId) {
        change(
                agencyId,
                changeId,
                (connection, change) -> change.state() == State.AWAITS_DAY
                                && !change.effectiveOn().isAfter(today())
                        ? adopt(connection, change, SYSTEM)
                        : change);
    }

    List<PolicyChange> due() {
        return database.with(connection -> changes.due(connection, today()));
    }

    List<PolicyChange> of(UUID agencyId, @Nullable UUID before, int limit) {
        return database.with(connection -> changes.of(connection, agencyId, before, limit));
    }

    /** What is done with a change under its lock. */
    private interface Changer {
        PolicyChange change(Connection connection, PolicyChange change) throws SQLException;
    }

    private PolicyChange change(UUID agencyId, UUID changeId, Changer changer) {
        return database.with(connection -> changer.change(
                connection,
                changes.findForUpdate(connection, agencyId, changeId)
                        .orElseThrow(() -> new NotFound("change of a policy", changeId))));
    }

    /** Beside what is in force now: what somebody tightened in the meantime, nobody loosens unconfirmed. */
    private PolicyChange adopt(Connection connection, PolicyChange change, Actor by) throws SQLException {
        HeldPolicy held = agencies.hold(change.agencyId());
        List<String> loosened = held.loosenedBy(change.policy());
        if (change.confirmed() == null && !loosened.isEmpty()) {
            PolicyChange waiting = change.awaitingConfirmation(loosened);
            save(connection, waiting, by);
            return waiting;
        }
        PolicyChange adopted = change.adopted(held.nextVersion());
        save(connection, adopted, by);
        agencies.adopt(held, change.policy(), change.effectiveOn(), by);
        return adopted;
    }

    private void save(Connection connection, PolicyChange change, Actor by) throws SQLException {
        changes.update(connection, change);
        tell(change, by);
    }

    private void tell(PolicyChange change, Actor by) {
        journal.append(by, events.of(TOPIC, change.changeId().toString(), change.version(), TYPE, change));
    }

    private static Conflict over(PolicyChange change) {
        return new Conflict(
                "policy-change-is-over",
                "This change of the policy is " + change.state() + ".",
                Map.of("state", change.state().name()));
    }

    private Act act(String name) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Act(now, name);
    }

    private LocalDate today() {
        return ProgramCalendar.dateOf(clock.instant());
    }
}
