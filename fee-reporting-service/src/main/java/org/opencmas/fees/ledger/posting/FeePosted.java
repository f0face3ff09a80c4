package org.opencmas.fees.ledger.posting;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.ledger.Amount;
import org.opencmas.fees.ledger.Dimension;
import org.opencmas.fees.ledger.Posting;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.rate.Rate;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.NewEvents;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** The event {@code fee.posted.v1}: one signed difference entered the ledger. */
@ApplicationScoped
class FeePosted {
    private final NewEvents events;

    FeePosted(NewEvents events) {
        this.events = events;
    }

    /**
     * The payload.
     *
     * @param cause of the document that brought the amount; also where it is taken back because that document was rejected
     * @param rejection true where the contractor's rejection of the document brought the amount, else absent
     * @param quarter the quarter whose report shows it
     * @param belongsToQuarter the quarter of the order, amendment or termination
     * @param base dollars before tax and freight, signed
     * @param fee the exact fee owed, signed, not rounded; zero when waived
     * @param feeWaived the exact fee not owed by a small business, signed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Payload(
            UUID postingId,
            UUID orderId,
            String cmasNumber,
            UUID contractorId,
            AgencyType agencyType,
            int documentVersion,
            Cause cause,
            @Nullable Boolean rejection,
            CalendarQuarter quarter,
            CalendarQuarter belongsToQuarter,
            Usd base,
            Rate rate,
            Usd fee,
            Treatment treatment,
            boolean waived,
            Usd feeWaived) {}

    NewEvent of(Posting posting) {
        Dimension dimension = posting.difference().dimension();
        Amount amount = posting.difference().amount();
        var payload = new Payload(
                posting.postingId(),
                posting.part().orderId(),
                posting.part().agreement().canonical(),
                dimension.contractorId(),
                dimension.agencyType(),
                dimension.documentVersion(),
                documentCause(dimension),
                dimension.cause() == Cause.REJECTION ? true : null,
                posting.quarter(),
                dimension.belongsTo(),
                amount.base(),
                dimension.rate(),
                amount.feeDue(),
                dimension.treatment(),
                dimension.treatment() == Treatment.WAIVED,
                amount.feeWaived());
        return events.of(
                "cmas.fees", posting.part().orderId().toString(), posting.numberInOrder(), "fee.posted.v1", payload);
    }

    /** A consumer of this version knows no rejection as a cause: it is told the document and, beside it, that it was rejected. */
    private static Cause documentCause(Dimension dimension) {
        if (dimension.cause() != Cause.REJECTION) {
            return dimension.cause();
        }
        return dimension.documentVersion() == 1 ? Cause.ORIGINAL : Cause.AMENDMENT;
    }
}
