package org.opencmas.compliance.invoicecheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of an invoice as a client sends it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BilledLine", description = "A line of an invoice.")
public record NewBilledLine(
        @Schema(required = true, maxLength = 40, description = "Unique in the invoice; findings name it.") @Nullable
        String lineId,

        @Schema(
                required = true,
                enumeration = {
                    "GOODS",
                    "SOFTWARE",
                    "SERVICES",
                    "MAINTENANCE",
                    "CONSUMABLES",
                    "SUBSCRIPTION",
                    "HOSTED_SOFTWARE",
                    "WARRANTY",
                    "TRAVEL"
                },
                description =
                        "What it bills. SUBSCRIPTION: software maintenance and license fees. HOSTED_SOFTWARE: software over the"
                                + " net whose fee is not coded as a subscription.")
        @Nullable
        String type,

        @Schema(required = true, examples = "1200.00", description = "US dollars without tax, at most two decimals.")
        @Nullable
        String amount,

        @Schema(description = "Tax billed on it, US dollars; absent when the invoice does not say.") @Nullable
        String tax,

        @Schema(format = "date", description = "The first day that it is for.") @Nullable
        String serviceFrom,

        @Schema(format = "date", description = "The last day that it is for, inclusive; the first one when absent.")
        @Nullable
        String serviceThrough,

        @Schema(maxLength = 40, description = "The order line that it bills.") @Nullable
        String orderLineId,

        @Schema(
                minimum = "0",
                maximum = "1000",
                description = "How often the same warranty was paid in advance before.")
        @Nullable
        Integer advancePaymentsBefore) {}
