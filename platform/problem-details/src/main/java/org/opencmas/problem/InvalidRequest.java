package org.opencmas.problem;

import java.util.List;

/** The request is not of the shape that is asked for; every fault is named at once and nothing was stored. */
public final class InvalidRequest extends Refusal {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public InvalidRequest(String detail, List<Fault> faults) {
        super(detail);
        this.faults = List.copyOf(faults);
    }

    public InvalidRequest(List<Fault> faults) {
        this("The request is invalid; see errors.", faults);
    }

    public InvalidRequest(Fault... faults) {
        this(List.of(faults));
    }

    @Override
    public String slug() {
        return "invalid-request";
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public List<Fault> faults() {
        return faults;
    }
}
