package org.opencmas.problem.body;

import org.opencmas.problem.Refusal;

/** The body was sent compressed or otherwise encoded, which no operation takes; nothing of it was read. */
public final class EncodedBody extends Refusal {
    private static final long serialVersionUID = 1;

    public EncodedBody() {
        super("Bodies are taken unencoded. Send the same body without Content-Encoding.");
    }

    @Override
    public String slug() {
        return "unsupported-media-type";
    }

    @Override
    public int status() {
        return 415;
    }
}
