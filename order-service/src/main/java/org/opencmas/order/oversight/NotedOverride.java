package org.opencmas.order.oversight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.Usd;

/**
 * A person went on in spite of a rule or a doubt that its agency may decide about.
 *
 * @param rule the requirement, such as {@code BV-MIN-STEPS}, or the kind of doubt, such as {@code TAX_TOO_HIGH}
 * @param place the pointer into the order that was doubted; null where it is about the whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Override")
public record NotedOverride(
        UUID overrideId,
        Kind kind,
        String rule,
        @Nullable String place,
        String reason,
        @JsonUnwrapped Subject about,
        @JsonUnwrapped DecidedBy by) {

    /** What was passed over. */
    @Schema(name = "OverrideKind")
    public enum Kind {
        /** The least steps of a best value determination (BV-MIN-STEPS, Guide s5 p14). */
        BEST_VALUE_STEPS,
        /** What is hardly meant in an order. */
        CONFIRMED_DOUBT
    }

    /**
     * What it is about.
     *
     * @param subjectId the request for offer, or the order
     * @param reference the agency's own name or number of it
     * @param amount of the chosen offer without tax, or the order's total; null for an offer without a price
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(
            UUID agencyId,
            UUID subjectId,
            String reference,
            @Nullable Usd amount) {}

    /**
     * Who decided it.
     *
     * @param role by which; null for what was decided before roles were kept
     * @param requestId the HTTP request; the journal's entry has the same
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DecidedBy(
            Instant decidedAt,
            String decidedBy,
            @Nullable String role,
            @Nullable String requestId) {}
}
