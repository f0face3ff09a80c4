package org.opencmas.order.invoice.document;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an invoice stands. Which act leads from where to where is in {@link InvoiceLifecycle}. */
@Schema(name = "InvoiceState")
public enum InvoiceState {
    /** It came, and nobody has approved or disputed it yet. */
    RECEIVED,
    /** It went back to the contractor for correction (PAY-DISPUTED); the clock stands still. */
    DISPUTED,
    /** It may be paid. */
    APPROVED,
    /** All of it is paid. */
    PAID
}
