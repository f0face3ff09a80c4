package org.opencmas.order.invoice;

import org.jspecify.annotations.Nullable;

/** Why a dispute is taken back, as a client sends it. */
record NewWithdrawal(@Nullable String reason, @Nullable String withdrawnOn) {}
