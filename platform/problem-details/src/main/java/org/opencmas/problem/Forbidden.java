package org.opencmas.problem;

/** The caller is known but may not do this. Not for another tenant's object, which is {@link NotFound}. */
public final class Forbidden extends Refusal {
    private static final long serialVersionUID = 1;

    public Forbidden(String detail) {
        super(detail);
    }

    @Override
    public String slug() {
        return "forbidden";
    }

    @Override
    public int status() {
        return 403;
    }
}
