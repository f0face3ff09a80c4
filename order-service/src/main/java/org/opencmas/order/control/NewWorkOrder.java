package org.opencmas.order.control;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body that stops work or has it go on, as it is sent. */
@Schema(name = "NewWorkOrder")
record NewWorkOrder(
        @Schema(required = true, format = "date") @Nullable String effectiveOn,

        @Schema(required = true, maxLength = 1000) @Nullable String reason) {}
