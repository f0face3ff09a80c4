package org.opencmas.order.requestforoffer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.NewOrder.NewLine;
import org.opencmas.terms.Usd;

/**
 * What a contractor answered to a request for offer. It is recorded as it came and never changed or dropped.
 *
 * @param price null for an answer without one
 * @param verbalQuote who gave the quote and who took it; null for one in writing
 * @param lines what it offers, as an order would say it; null where they are not shown, or it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Offer(
        UUID offerId,
        UUID contractorId,
        @JsonUnwrapped Arrival arrival,
        @Nullable Price price,
        @Nullable VerbalQuote verbalQuote,
        @Nullable List<@Nullable NewLine> lines) {

    /** Whether it takes part in the comparison. */
    @Schema(name = "OfferStanding")
    public enum Standing {
        /** In time and whole: every comparison covers it. */
        RESPONSIVE,
        LATE,
        INCOMPLETE,
        /** The contractor answered that it offers nothing. */
        DECLINED
    }

    /**
     * When it came and how it stands.
     *
     * @param reason why it is not considered; null for a responsive one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Arrival(
            Instant receivedAt, Standing standing, @Nullable String reason, String recordedBy) {}

    /** @param amount US dollars, without tax and freight */
    @Schema(name = "OfferPrice")
    public record Price(Usd amount, Usd tax, Usd freight) {}

    /** A quote by word of mouth (SOL-VERBAL, Guide s2 p7): when it was given and its price stand in the offer. */
    public record VerbalQuote(String quotedBy, String takenBy) {}

    public Standing standing() {
        return arrival.standing();
    }

    boolean takesPart() {
        return arrival.standing() == Standing.RESPONSIVE;
    }

    /** The same without its lines, which may be many. */
    public Offer withoutLines() {
        return new Offer(offerId, contractorId, arrival, price, verbalQuote, null);
    }
}
