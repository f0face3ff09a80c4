package org.opencmas.order.requestforoffer.bestvalue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.agency.RegisteredAgencies;
import org.opencmas.order.oversight.NotedOverride;
import org.opencmas.order.oversight.Overrides;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.requestforoffer.BestValueStep;
import org.opencmas.order.requestforoffer.Determination;
import org.opencmas.order.requestforoffer.Offer;
import org.opencmas.order.requestforoffer.RequestAct;
import org.opencmas.order.requestforoffer.RequestForOffer;
import org.opencmas.order.requestforoffer.acts.ChangeRequest;
import org.opencmas.order.requestforoffer.bestvalue.NewBestValue.NewDetermination;
import org.opencmas.order.requestforoffer.bestvalue.NewBestValue.NewStep;
import org.opencmas.order.requestforoffer.store.RequestsForOffer.RequestActor;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;
import org.opencmas.terms.Usd;

/**
 * Records the steps towards best value and the determination (BV-BASIS, BV-MIN-STEPS, BV-COMPARE-ALL, Guide s5 p14).
 *
 * <p>Refuses a comparison or determination that leaves out a responsive offer (422), one without all steps where the agency insists on them and
 * no one who may goes on with a reason (422), and a determination dated before the comparison (400).
 */
@ApplicationScoped
class DetermineBestValue {
    private static final int MOST_STEPS = 100;

    private final ChangeRequest changes;
    private final RegisteredAgencies agencies;
    private final Overrides overrides;
    private final Clock clock;

    DetermineBestValue(ChangeRequest changes, RegisteredAgencies agencies, Overrides overrides, Clock clock) {
        this.changes = changes;
        this.agencies = agencies;
        this.overrides = overrides;
        this.clock = clock;
    }

    private LocalDate today() {
        return ProgramCalendar.dateOf(clock.instant());
    }

    RequestForOffer record(ChangeRequest.Target target, NewStep body, Requester by) {
        BestValueStep step = body.read(by.name(), today());
        return changes.change(target, RequestAct.RECORD_STEP, by, (request, actor, connection) -> {
            if (request.steps().size() >= MOST_STEPS) {
                throw new Conflict("too-many-steps", "A request has " + MOST_STEPS + " recorded steps at most.");
            }
            request.recordStep(step);
            return ChangeRequest.Said.of("step", step);
        });
    }

    /** @param isApprover whether the caller may go on without all steps, as far as its role says */
    RequestForOffer determine(ChangeRequest.Target target, NewDetermination body, boolean isApprover, Requester by) {
        return changes.change(target, RequestAct.DETERMINE, by, (request, actor, connection) -> {
            Determination made = body.read(by.name(), today(), request.missingSteps());
            Optional<LocalDate> compared = request.comparedOn();
            if (compared.isPresent() && made.determinedOn().isBefore(compared.get())) {
                throw new InvalidRequest(new Fault(
                        "/determinedOn",
                        made.determinedOn() + " is before " + compared.get() + ", the day of the comparison"));
            }
            OwnRules rules = agencies.rules(target.agencyId());
            boolean mayOverride = isApprover && rules.mayOverrideSteps(by.name());
            if (made.stepsOverride() != null && rules.stepsAreEnforced() && !mayOverride) {
                throw new RefusedByRule(
                        "override-not-allowed",
                        rules.isState()
                                ? "Nobody of a State agency goes on without all steps (Guide s5 p14)."
                                : "Your agency does not let you go on without all steps.",
                        Map.of("rule", "BV-MIN-STEPS"));
            }
            request.determine(made, rules);
            if (made.stepsOverride() != null) {
                overrides.note(connection, override(request, made, isApprover, actor));
            }
            return ChangeRequest.Said.of("determination", made);
        });
    }

    private static NotedOverride override(
            RequestForOffer request, Determination made, boolean isApprover, RequestActor by) {
        Usd price = request.responsiveOffers().stream()
                .filter(offer -> offer.offerId().equals(made.offerId()))
                .map(Offer::price)
                .filter(Objects::nonNull)
                .map(Offer.Price::amount)
                .findFirst()
                .orElse(null);
        return new NotedOverride(
                TimeOrderedId.next(),
                NotedOverride.Kind.BEST_VALUE_STEPS,
                "BV-MIN-STEPS",
                null,
                Objects.requireNonNull(made.stepsOverride()).reason(),
                new NotedOverride.Subject(
                        request.head().agencyId(),
                        request.head().requestId(),
                        request.head().reference(),
                        price),
                new NotedOverride.DecidedBy(
                        by.at(),
                        by.name(),
                        isApprover ? Roles.AGENCY_APPROVER : Roles.AGENCY_BUYER,
                        by.httpRequestId()));
    }
}
