package org.opencmas.order.invoice;

import org.jspecify.annotations.Nullable;

/** Why an invoice goes back, as a client sends it. */
record NewDispute(@Nullable String reason, @Nullable String disputedOn) {}
