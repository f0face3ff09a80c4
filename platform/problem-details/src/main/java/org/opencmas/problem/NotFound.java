package org.opencmas.problem;

/** Nothing exists under the given identifier, or it belongs to another tenant: the caller cannot tell which. */
public final class NotFound extends Refusal {
    private static final long serialVersionUID = 1;

    /** @param what the kind of thing in lower case ("order") */
    public NotFound(String what, Object id) {
        super("There is no " + what + " " + id + ".");
    }

    @Override
    public String slug() {
        return "not-found";
    }

    @Override
    public int status() {
        return 404;
    }
}
