package org.opencmas.fees.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.fees.datedfigure.Proposed;
import org.opencmas.fees.rate.FeeRate;
import org.opencmas.fees.rate.Rate;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.NewEvents;

/** The event {@code fee-rate.activated.v1}: a rate counts from now on. */
@ApplicationScoped
class FeeRateActivated {
    private final NewEvents events;

    FeeRateActivated(NewEvents events) {
        this.events = events;
    }

    /**
     * The payload.
     *
     * @param firstOrderDate the first order date it holds for, inclusive
     * @param rate the share of the order's amount before tax and freight
     * @param activatedBy another person than proposed it
     * @param repostingId what posts the orders again that bear it
     */
    private record Payload(
            UUID figureId,
            LocalDate firstOrderDate,
            Rate rate,
            String source,
            Confidence confidence,
            String proposedBy,
            @Nullable String activatedBy,
            UUID repostingId) {}

    NewEvent of(Proposed<FeeRate> activated, UUID repostingId) {
        var payload = new Payload(
                activated.figureId(),
                activated.figure().firstOrderDate(),
                activated.figure().rate(),
                activated.figure().source(),
                activated.figure().confidence(),
                activated.approval().proposedBy(),
                activated.approval().activatedBy(),
                repostingId);
        return events.of("cmas.fee-rates", activated.figureId().toString(), 1, "fee-rate.activated.v1", payload);
    }
}
