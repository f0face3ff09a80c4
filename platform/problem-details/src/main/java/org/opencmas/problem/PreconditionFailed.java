package org.opencmas.problem;

/** The caller's {@code If-Match} names a version that is no longer the current one. */
public final class PreconditionFailed extends Refusal {
    private static final long serialVersionUID = 1;

    public PreconditionFailed(String detail) {
        super(detail);
    }

    @Override
    public String slug() {
        return "precondition-failed";
    }

    @Override
    public int status() {
        return 412;
    }
}
