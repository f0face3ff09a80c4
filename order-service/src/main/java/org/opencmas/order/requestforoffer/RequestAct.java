package org.opencmas.order.requestforoffer;

/** What can be done with a request for offer. */
public enum RequestAct {
    /** The agency writes it anew. */
    REVISE("revise", "revised"),
    /** Contractors are asked; more of them may be asked later. */
    SEND("send", "sent"),
    /** An answer of a contractor is recorded, whenever it comes. */
    RECORD_OFFER("record an offer to", "offer-recorded"),
    /** The agency waits for no more offers. */
    CLOSE("close", "closed"),
    /** One of the four least steps of the determination was done. */
    RECORD_STEP("record a step of", "step-recorded"),
    /** A person determines which offer is best value. */
    DETERMINE("determine best value of", "determined"),
    /** A draft order is made of the determination. */
    DRAFT_ORDER("draft the order of", "ordered"),
    /** The agency gives it up. */
    CANCEL("cancel", "cancelled");

    private final String words;
    private final String event;

    RequestAct(String words, String event) {
        this.words = words;
        this.event = event;
    }

    /** The act as a person would say it, to stand before "a request for offer". */
    String words() {
        return words;
    }

    /** The type of the event that tells of it. */
    public String eventType() {
        return "request-for-offer." + event + ".v1";
    }
}
