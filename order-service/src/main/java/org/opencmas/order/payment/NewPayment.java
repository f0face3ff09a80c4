package org.opencmas.order.payment;

import org.jspecify.annotations.Nullable;

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
        @Nullable String stage) {
    /** What is known of the contractor and the card. */
    record NewCardConsent(
            @Nullable Boolean acceptedByAgreement, @Nullable String note) {}
}
