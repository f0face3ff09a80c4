package org.opencmas.fees.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.ledger.Treatment;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** One line of a report: an order, an amendment of one, a rejection or a termination, with its fee worked out in the open. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatementLine(
        UUID orderId,
        int documentVersion,
        Cause cause,
        UUID agencyId,
        String agencyName,
        AgencyType agencyType,

        @Schema(description = "The agency's own order number; with the amendment number it names the document.")
        String purchaseOrderNumber,

        @Schema(description = "0 for the original order.") int amendmentNumber,

        @Schema(description = "The date of the original order, which decides rate and waiver.")
        LocalDate purchaseOrderDate,

        @Schema(
                description =
                        "The order date of an original, the date of an amendment, of a rejection or of a termination.")
        LocalDate changedOn,

        @Schema(
                description =
                        "The day on which the contractor rejected this document; its amount is taken back in a line with the"
                                + " cause REJECTION. Absent when it was not rejected.")
        @Nullable
        LocalDate rejectedOn,

        @Schema(
                implementation = String.class,
                examples = "2026-Q3",
                description =
                        "The quarter of changedOn. Earlier than the report's when that quarter was filed already.")
        CalendarQuarter belongsToQuarter,

        @Schema(
                implementation = String.class,
                examples = "100000.00",
                description = "What the document adds, before tax and freight; negative when it lessens the order.")
        Usd totalExcludingTaxAndFreight,

        @Schema(implementation = String.class, examples = "0.0125")
        Rate rate,

        Treatment treatment,

        @Schema(implementation = String.class, examples = "1250.00", description = "The exact fee owed, not rounded.")
        Usd fee,

        @Schema(
                implementation = String.class,
                examples = "0.00",
                description = "The exact fee that is waived, not rounded.")
        Usd feeWaived,

        @Schema(examples = "100000.00 x 1.25% = 1250.00", description = "How the fee comes about, for a person.")
        String working,

        @Schema(description = "The small-business certificate that waives the fee.") @Nullable
        Waiver waiver) {

    /** The certificate that was valid on the order date. */
    record Waiver(String type, String certificateNumber, LocalDate validFrom, LocalDate validThrough) {}
}
