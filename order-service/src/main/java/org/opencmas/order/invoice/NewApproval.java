package org.opencmas.order.invoice;

import org.jspecify.annotations.Nullable;

/** An approval, as a client sends it. */
record NewApproval(@Nullable String sameCompanyNote) {}
