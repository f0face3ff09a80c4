package org.opencmas.order.requestforoffer.acts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a request for offer is given up, as it is sent. */
@Schema(name = "NewCancellation")
record NewCancellation(
        @Schema(required = true, maxLength = 1000) @Nullable String reason) {}
