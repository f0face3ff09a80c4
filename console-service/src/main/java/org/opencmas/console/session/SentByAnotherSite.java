package org.opencmas.console.session;

/** A request that changes something and that no page of this site sent. */
final class SentByAnotherSite extends RuntimeException {
    private static final long serialVersionUID = 1;

    SentByAnotherSite() {
        super("Sent by another site");
    }
}
