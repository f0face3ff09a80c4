package org.opencmas.http.body.arrival;

import org.opencmas.problem.Refusal;

/** The body did not arrive in the time given to it; nothing was stored and the connection is closed. */
final class BodyTooSlow extends Refusal {
    private static final long serialVersionUID = 1;

    BodyTooSlow() {
        super("The body arrives too slowly. Nothing was stored; send the request again.");
    }

    @Override
    public String slug() {
        return "body-too-slow";
    }

    @Override
    public int status() {
        return 408;
    }
}
