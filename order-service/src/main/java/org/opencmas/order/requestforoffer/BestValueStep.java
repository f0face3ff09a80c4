package org.opencmas.order.requestforoffer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One of the four least steps of a best value determination, done by a person on a day (BV-MIN-STEPS, Guide s5 p14).
 *
 * @param evidence where the proof is kept; null when none is named
 * @param comparedOffers of a comparison: every responsive offer, each with what was found; null for the other steps
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BestValueStep(
        Kind step,
        LocalDate doneOn,
        String doneBy,
        @Nullable String evidence,
        @Nullable List<ComparedOffer> comparedOffers) {
    /** The steps in their order. */
    @Schema(name = "BestValueStepKind")
    public enum Kind {
        /** The requirements are defined, in the request or its statement of work. */
        REQUIREMENTS,
        /** The copy of the agreement was obtained. */
        CMAS_COPY,
        /** The agreement was reviewed against the needs and the offer. */
        REVIEW,
        /** The offers of all who answered were compared; with one offer, that offer with the prices of the agreement. */
        COMPARISON
    }

    public record ComparedOffer(UUID offerId, String assessment) {}

    boolean covers(UUID offerId) {
        return comparedOffers != null
                && comparedOffers.stream().anyMatch(one -> one.offerId().equals(offerId));
    }
}
