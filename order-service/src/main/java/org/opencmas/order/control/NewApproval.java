package org.opencmas.order.control;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of an approval, as it is sent. */
@Schema(name = "NewOrderApproval")
record NewApproval(@Schema(maxLength = 1000) @Nullable String note) {}
