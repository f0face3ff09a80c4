package org.opencmas.order.invoice.document;

/** What is done with an invoice. */
public enum InvoiceAct {
    /** The agency sends it back with the reason. */
    DISPUTE("dispute"),
    /** The agency takes its dispute back. */
    WITHDRAW_DISPUTE("withdraw the dispute of"),
    /** A corrected invoice comes in its place. */
    CORRECT("correct"),
    /** The agency finds that it may be paid. */
    APPROVE("approve"),
    /** A part of it is paid. */
    PAY_IN_PART("pay"),
    /** The rest of it is paid. */
    PAY_IN_FULL("pay"),
    /** A payment on it came back. */
    REVERSE_PAYMENT("reverse a payment of");

    private final String words;

    InvoiceAct(String words) {
        this.words = words;
    }

    /** The act as a person would say it, to stand before "an invoice". */
    String words() {
        return words;
    }
}
