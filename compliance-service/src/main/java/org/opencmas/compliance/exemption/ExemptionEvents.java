package org.opencmas.compliance.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opencmas.compliance.exemption.ExemptionRecord.Decided;
import org.opencmas.compliance.exemption.ExemptionRecord.ExemptionDecision;
import org.opencmas.compliance.exemption.ExemptionRecord.Withdrawn;
import org.opencmas.compliance.exemption.tree.Determination.ExemptionOutcome;
import org.opencmas.compliance.exemption.tree.ExemptionFacts.AttestedPoint;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.NewEvents;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/** What is told of a determination: that it was made, and how its exemption was decided. */
@ApplicationScoped
class ExemptionEvents {
    private static final String TOPIC = "cmas.exemptions";

    private final NewEvents events;

    ExemptionEvents(NewEvents events) {
        this.events = events;
    }

    /** The event {@code exemption-determination.registered.v1}. */
    record Registered(
            UUID determinationId,
            UUID agencyId,
            AgencyClass agencyClass,
            ExemptionOutcome outcome,
            String requirement,
            LocalDate procuredOn,
            Usd estimatedAmount,
            String askedBy,
            Instant askedAt) {}

    /** The event {@code exemption-determination.decided.v1}. */
    record DecidedEvent(
            UUID determinationId,
            UUID agencyId,
            ExemptionDecision decision,
            String reason,
            LocalDate decidedOn,
            String decidedBy,
            Instant decidedAt) {}

    /** The event {@code exemption-determination.attestation-withdrawn.v1}. */
    record WithdrawnEvent(
            UUID determinationId,
            UUID agencyId,
            AttestedPoint point,
            String reason,
            LocalDate withdrawnOn,
            String withdrawnBy,
            Instant withdrawnAt) {}

    NewEvent withdrawn(ExemptionRecord made, Withdrawn withdrawn) {
        return of(
                made,
                "exemption-determination.attestation-withdrawn.v1",
                new WithdrawnEvent(
                        made.determinationId(),
                        made.agencyId(),
                        withdrawn.point(),
                        withdrawn.reason(),
                        withdrawn.withdrawnOn(),
                        withdrawn.name(),
                        withdrawn.at()));
    }

    NewEvent registered(ExemptionRecord made) {
        return of(
                made,
                "exemption-determination.registered.v1",
                new Registered(
                        made.determinationId(),
                        made.agencyId(),
                        made.facts().agencyClass(),
                        made.determination().outcome(),
                        made.determination().requirement(),
                        made.facts().procurement().procuredOn(),
                        made.facts().procurement().estimatedAmount(),
                        made.asked().name(),
                        made.asked().at()));
    }

    NewEvent decided(ExemptionRecord made, Decided decided) {
        return of(
                made,
                "exemption-determination.decided.v1",
                new DecidedEvent(
                        made.determinationId(),
                        made.agencyId(),
                        decided.decision(),
                        decided.reason(),
                        decided.decidedOn(),
                        decided.name(),
                        decided.at()));
    }

    private NewEvent of(ExemptionRecord made, String type, Object payload) {
        return events.of(TOPIC, made.determinationId().toString(), made.version(), type, payload);
    }
}
