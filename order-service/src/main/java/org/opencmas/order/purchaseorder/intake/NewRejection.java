package org.opencmas.order.purchaseorder.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a contractor's rejection, as it is sent: pointer and right value come together or not at all. */
@Schema(name = "NewRejection")
public record NewRejection(
        @Schema(
                required = true,
                enumeration = {
                    "CMAS_NUMBER",
                    "ITEM_NOT_ON_CONTRACT",
                    "PRICE",
                    "QUANTITY_OR_UNIT",
                    "LOCATION",
                    "PRICE_BUNDLING",
                    "CMAS_EXPIRED",
                    "OTHER"
                })
        @Nullable
        String reasonCode,

        @Nullable String pointer,

        @Nullable String rightValue,

        @Schema(required = true, maxLength = 1000) @Nullable String reason) {}
