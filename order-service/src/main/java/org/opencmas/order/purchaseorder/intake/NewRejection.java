package org.opencmas.order.purchaseorder.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a contractor's rejection, as it is sent: pointer and right value come together or not at all, and further fields only beside them. */
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

        @Schema(required = true, maxLength = 1000) @Nullable String reason,

        @Schema(maxItems = MOST_FURTHER) @Nullable List<@Nullable NewFurtherField> furtherFields) {
    /** Most fields beside the first, inclusive. */
    public static final int MOST_FURTHER = 100;

    /** One more field that is wrong. */
    @Schema(name = "NewFurtherField")
    public record NewFurtherField(
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

            @Schema(required = true, maxLength = 200) @Nullable
            String pointer,

            @Schema(required = true, maxLength = 1000) @Nullable
            String rightValue) {}
}
