package org.opencmas.order.purchaseorder.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a contractor's acceptance, as it is sent.
 *
 * @param acceptedOn today when absent
 */
@Schema(name = "NewAcceptance", description = "The contractor's acceptance; may be empty.")
public record NewAcceptance(
        @Schema(format = "date", description = "Today when it is left out.") @Nullable
        String acceptedOn) {}
