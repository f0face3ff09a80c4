package org.opencmas.http.body.arrival;

import org.opencmas.problem.Refusal;

/** The connection ended before the body did: usually nobody is left to read this answer. */
final class BodyBrokenOff extends Refusal {
    private static final long serialVersionUID = 1;

    BodyBrokenOff() {
        super("The body ended before its announced end. Nothing was stored.");
    }

    @Override
    public String slug() {
        return "body-broken-off";
    }

    @Override
    public int status() {
        return 400;
    }
}
