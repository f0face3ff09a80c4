package org.opencmas.console.session.site;

/** A request that changes something and that no page of this site sent. */
public final class SentByAnotherSite extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SentByAnotherSite() {
        super("Sent by another site");
    }
}
