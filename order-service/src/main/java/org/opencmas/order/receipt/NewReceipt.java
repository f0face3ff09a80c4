package org.opencmas.order.receipt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receipt as a client sends it. */
record NewReceipt(
        @Nullable String receiptNumber,
        @Nullable String receivedOn,
        @Nullable String acceptedOn,
        @Nullable List<@Nullable NewReceiptLine> lines,
        @Nullable Boolean finalAcceptance,
        @Nullable List<@Nullable String> completedTaskIds,
        @Nullable String note,
        @Nullable String replaces) {
    /** One line of it. */
    record NewReceiptLine(
            @Nullable String lineId,
            @Nullable String quantityReceived,
            @Nullable String quantityAccepted,
            @Nullable String reason) {}
}
