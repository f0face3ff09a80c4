package org.opencmas.fees.remittance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opencmas.fees.remittance.Remittance.Part;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.NewEvents;
import org.opencmas.terms.Usd;

/** The events {@code remittance.received.v1}, {@code remittance.allocated.v1} and {@code remittance.refunded.v1}. */
@ApplicationScoped
class RemittanceEvents {
    private static final String TOPIC = "cmas.fees";

    private final NewEvents events;

    RemittanceEvents(NewEvents events) {
        this.events = events;
    }

    /** A payment came in. */
    private record Received(
            UUID remittanceId,
            UUID contractorId,
            String reference,
            Remittance.Method method,
            Usd amount,
            LocalDate receivedOn) {}

    /** Parts of a payment were allocated to reports, or taken back from them. */
    private record Allocated(UUID remittanceId, UUID contractorId, List<Part> allocations) {}

    /** A part of a payment went back. */
    private record Refunded(UUID remittanceId, UUID contractorId, UUID refundId, Usd amount, String reason) {}

    NewEvent received(Remittance remittance) {
        return of(
                remittance,
                1,
                "remittance.received.v1",
                new Received(
                        remittance.remittanceId(),
                        remittance.contractorId(),
                        remittance.reference(),
                        remittance.method(),
                        remittance.amount(),
                        remittance.receivedOn()));
    }

    NewEvent allocated(Remittance remittance, int posting, List<Part> parts) {
        return of(
                remittance,
                posting,
                "remittance.allocated.v1",
                new Allocated(remittance.remittanceId(), remittance.contractorId(), parts));
    }

    NewEvent refunded(Remittance remittance, int posting, Remittance.Refund refund) {
        return of(
                remittance,
                posting,
                "remittance.refunded.v1",
                new Refunded(
                        remittance.remittanceId(),
                        remittance.contractorId(),
                        refund.refundId(),
                        refund.amount(),
                        refund.reason()));
    }

    private NewEvent of(Remittance remittance, int posting, String type, Object payload) {
        return events.of(TOPIC, remittance.remittanceId().toString(), posting, type, payload);
    }
}
