package org.opencmas.compliance.invoicecheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the order says that payment depends on, as a client sends it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "What the order, and the CMAS it is on, say that payment depends on. What is absent is not known.")
public record BilledOrder(
        @Schema(
                maxLength = 40,
                examples = "PO-2026-00117",
                description = "The agency's own number of the order document.")
        @Nullable
        String agencyOrderNumber,

        @Schema(format = "date", description = "The date on the order.") @Nullable
        String orderDate,

        @Schema(description = "Whether every CMAS of the order says that the contractor accepts CAL-Card.") @Nullable
        Boolean acceptsCalCard,

        @Schema(description = "Whether the order says that it is paid by CAL-Card.") @Nullable
        Boolean markedCalCard,

        @Schema(description = "Whether the order has a provision on payment in advance.") @Nullable
        Boolean advancePaymentProvision,

        @Schema(
                description =
                        "Whether the order's maintenance includes consumables such as toner, developer and staples.")
        @Nullable
        Boolean includesConsumables,

        @Schema(maxItems = MAX_LINES, description = "The travel lines of the order; an empty list when it has none.")
        @Nullable
        List<@Nullable NewOrderedTravel> travelLines) {
    /** Most lines of an invoice or an order, inclusive. */
    public static final int MAX_LINES = 1000;

    /** A travel line of the order. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OrderedTravelLine", description = "A travel line of the order.")
    public record NewOrderedTravel(
            @Schema(required = true, maxLength = 40, description = "The order line's own id.") @Nullable
            String lineId,

            @Schema(required = true, examples = "850.00", description = "What the order allows for it, US dollars.")
            @Nullable
            String amount,

            @Schema(defaultValue = "0.00", description = "What earlier invoices billed of it, US dollars.") @Nullable
            String billedBefore) {}
}
