package org.opencmas.order.purchaseorder.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a contractor's acceptance, as it is sent.
 *
 * @param acceptedOn today when absent
 */
@Schema(name = "NewAcceptance")
public record NewAcceptance(
        @Schema(format = "date") @Nullable String acceptedOn) {}
