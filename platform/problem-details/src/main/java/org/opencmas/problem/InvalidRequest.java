package org.opencmas.problem;

import java.util.List;
import java.util.Map;

/**
 * The request is not of the shape that is asked for; nothing was stored. The first {@link FaultList#TOLD} faults are named
 * at once, the others are told by their number, {@code furtherErrors}.
 */
public final class InvalidRequest extends Refusal {
    private static final long serialVersionUID = 1;

    private static final String DETAIL = "The request is invalid; see errors.";

    private final transient List<Fault> faults;
    private final int further;

    private InvalidRequest(String detail, List<Fault> told, int further) {
        super(detail);
        this.faults = List.copyOf(told);
        this.further = further;
    }

    public InvalidRequest(String detail, List<Fault> faults) {
        this(detail, first(faults), Math.max(0, faults.size() - FaultList.TOLD));
    }

    public InvalidRequest(List<Fault> faults) {
        this(DETAIL, faults);
    }

    public InvalidRequest(Fault... faults) {
        this(List.of(faults));
    }

    public InvalidRequest(FaultList faults) {
        this(
                faults.isFull() ? DETAIL + " There are more than those counted." : DETAIL,
                faults.told(),
                faults.size() - faults.told().size());
    }

    private static List<Fault> first(List<Fault> faults) {
        return faults.subList(0, Math.min(FaultList.TOLD, faults.size()));
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

    @Override
    public Map<String, Object> members() {
        return further == 0 ? Map.of() : Map.of("furtherErrors", further);
    }
}
