package org.opencmas.fees.ledger.declared;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.rate.Rate;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.NewEvents;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** The event {@code fee.declared.v1}: one signed difference entered the book of declared orders. */
@ApplicationScoped
class FeeDeclared {
    private final NewEvents events;

    FeeDeclared(NewEvents events) {
        this.events = events;
    }

    /**
     * The payload.
     *
     * @param declaredOrderId the same for all lines of an agency's order under the agreement
     * @param orderId the agency's order, once it is known; else absent
     * @param quarter the quarter whose report shows it
     * @param belongsToQuarter the quarter of the report that declares the order
     * @param base dollars before tax and freight, signed
     * @param fee the exact fee owed, signed, not rounded; zero when waived
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Payload(
            UUID postingId,
            UUID declaredOrderId,
            String cmasNumber,
            UUID contractorId,
            String agencyName,
            String purchaseOrderNumber,
            int amendmentNumber,
            LocalDate orderDate,
            DeclaredCause cause,
            @Nullable UUID orderId,
            CalendarQuarter quarter,
            CalendarQuarter belongsToQuarter,
            Usd base,
            Rate rate,
            Usd fee,
            Treatment treatment,
            Usd feeWaived) {}

    NewEvent of(CmasNumber agreement, DeclaredPosting posting) {
        DeclaredPosting.Dimension dimension = posting.dimension();
        UUID declaredOrderId = dimension.line().order().id(agreement);
        var payload = new Payload(
                posting.postingId(),
                declaredOrderId,
                agreement.canonical(),
                dimension.contractorId(),
                posting.names().agencyName(),
                posting.names().purchaseOrderNumber(),
                dimension.line().amendmentNumber(),
                dimension.orderDate(),
                posting.reason().cause(),
                posting.reason().orderId(),
                posting.quarter(),
                dimension.line().quarter(),
                posting.amount().base(),
                dimension.rate(),
                posting.amount().feeDue(),
                dimension.treatment(),
                posting.amount().feeWaived());
        return events.of("cmas.fees", declaredOrderId.toString(), posting.number(), "fee.declared.v1", payload);
    }
}
