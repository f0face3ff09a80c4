package org.opencmas.order.purchaseorder.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a termination, as it is sent. */
@Schema(name = "NewTermination")
public record NewTermination(
        @Schema(
                required = true,
                enumeration = {"CONVENIENCE", "DEFAULT", "FUNDING", "NEGOTIATED"})
        @Nullable
        String ground,

        @Schema(required = true, format = "date") @Nullable String terminatedOn,

        @Schema(required = true, maxLength = 1000) @Nullable String reason,

        @Nullable List<@Nullable NewRemaining> remainingSubOrders) {

    /** The worth that stays with one group, as it is sent. */
    @Schema(name = "NewRemaining")
    public record NewRemaining(
            @Schema(required = true) @Nullable Integer subNumber,

            @Schema(required = true) @Nullable String amount) {}
}
