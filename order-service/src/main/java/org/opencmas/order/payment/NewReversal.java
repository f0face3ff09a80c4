package org.opencmas.order.payment;

import org.jspecify.annotations.Nullable;

/** That a payment came back, as a client sends it. */
record NewReversal(@Nullable String reversedOn, @Nullable String reason) {}
