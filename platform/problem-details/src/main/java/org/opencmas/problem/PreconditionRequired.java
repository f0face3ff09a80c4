package org.opencmas.problem;

/** A change needs {@code If-Match} with the version it was decided on. */
public final class PreconditionRequired extends Refusal {
    private static final long serialVersionUID = 1;

    public PreconditionRequired(String detail) {
        super(detail);
    }

    @Override
    public String slug() {
        return "precondition-required";
    }

    @Override
    public int status() {
        return 428;
    }
}
