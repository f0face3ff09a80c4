package org.opencmas.order.payment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** A payment as a client sends it. */
record NewPayment(
        @Nullable String invoiceId,
        @Nullable String invoiceNumber,
        @Nullable String paidOn,
        @Nullable String method,
        @Nullable String reference,
        @Nullable String amount,
        @Nullable String withheld,
        @Nullable String released,
        @Nullable NewCardConsent cardConsent,
        @Nullable String stage)
        implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        PaymentReading.check(this, today, fields);
    }

    /** What is known of the contractor and the card. */
    record NewCardConsent(
            @Nullable Boolean acceptedByAgreement, @Nullable String note) {}
}
