package org.opencmas.fees.report.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * A line as the contractor reports it.
 *
 * @param total dollars before tax and freight; zero of a disputed line that is not the contractor's
 * @param fee as the contractor states it, or else worked out by the rate and the certificates of the order date; zero of a State order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReportedLine")
public record ReportedLine(
        Answer answer,
        @Nullable UUID orderId,
        @Nullable Integer documentVersion,
        @Nullable Cause cause,
        String agencyName,
        AgencyClass agencyClass,
        @Nullable String agencyBillingCode,
        String purchaseOrderNumber,
        int amendmentNumber,
        LocalDate purchaseOrderDate,
        Usd total,
        @Nullable Usd tax,
        @Nullable Usd freight,
        Usd fee,
        @Nullable String reseller,
        @Nullable String reason) {
    /** Where the line comes from. */
    @Schema(name = "ReportedLineAnswer")
    public enum Answer {
        /** As pre-filled. */
        CONFIRMED,
        /** Pre-filled, and the contractor says otherwise. */
        DISPUTED,
        /** Not pre-filled. */
        ADDED
    }
}
