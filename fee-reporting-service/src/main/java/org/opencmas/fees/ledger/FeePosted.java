package org.opencmas.fees.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.rate.Rate;
import org.opencmas.journal.NewEvent;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** The event {@code fee.posted.v1}: one signed difference entered the ledger. */
@Singleton
final class FeePosted {
    private final ObjectMapper json;

    FeePosted(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The payload.
     *
     * @param quarter the quarter whose report shows it
     * @param belongsToQuarter the quarter of the order, amendment or termination
     * @param base dollars before tax and freight, signed
     * @param fee the exact fee owed, signed, not rounded; zero when waived
     * @param feeWaived the exact fee not owed by a small business, signed
     */
    private record Payload(
            UUID postingId,
            UUID orderId,
            String cmasNumber,
            UUID contractorId,
            AgencyType agencyType,
            int documentVersion,
            Cause cause,
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
                dimension.cause(),
                posting.quarter(),
                dimension.belongsTo(),
                amount.base(),
                dimension.rate(),
                amount.feeDue(),
                dimension.treatment(),
                dimension.treatment() == Treatment.WAIVED,
                amount.feeWaived());
        return new NewEvent(
                "cmas.fees",
                posting.part().orderId().toString(),
                posting.numberInOrder(),
                "fee.posted.v1",
                write(payload));
    }

    private String write(Payload payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a posting is always JSON", e);
        }
    }
}
