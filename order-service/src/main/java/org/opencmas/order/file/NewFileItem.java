package org.opencmas.order.file;

import org.jspecify.annotations.Nullable;

/** What the agency says of one item of an order's file, as it is sent. */
record NewFileItem(
        @Nullable String item,
        @Nullable String keptAt,
        @Nullable String notApplicableReason) {}
