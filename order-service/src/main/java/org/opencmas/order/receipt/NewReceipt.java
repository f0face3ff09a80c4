package org.opencmas.order.receipt;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** A receipt as a client sends it. */
record NewReceipt(
        @Nullable String receiptNumber,
        @Nullable String receivedOn,
        @Nullable String acceptedOn,
        @Nullable List<@Nullable NewReceiptLine> lines,
        @Nullable Boolean finalAcceptance,
        @Nullable List<@Nullable String> completedTaskIds,
        @Nullable String note,
        @Nullable String replaces)
        implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        ReceiptReading.check(this, today, fields);
    }

    /** One line of it. */
    record NewReceiptLine(
            @Nullable String lineId,
            @Nullable String quantityReceived,
            @Nullable String quantityAccepted,
            @Nullable String reason) {}
}
