package org.opencmas.order.purchaseorder;

import java.util.Map;
import org.opencmas.problem.Conflict;

/** Work is stopped once and then resumed, in turn. */
final class WorkStopped extends Conflict {
    private static final long serialVersionUID = 1;

    private WorkStopped(String detail, boolean isStopped) {
        super("act-not-allowed", detail, Map.of("workIsStopped", isStopped));
    }

    static WorkStopped already() {
        return new WorkStopped("The work is stopped already; resume it before you stop it again.", true);
    }

    static WorkStopped not() {
        return new WorkStopped("The work is not stopped; there is nothing to resume. Stop it first.", false);
    }
}
