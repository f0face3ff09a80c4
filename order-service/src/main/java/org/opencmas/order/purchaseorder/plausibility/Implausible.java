package org.opencmas.order.purchaseorder.plausibility;

import java.util.List;
import java.util.Map;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;

/** Something in the order is hardly meant, and nobody confirmed it with an explanation. */
final class Implausible extends RefusedByRule {
    private static final long serialVersionUID = 1;

    Implausible(List<Doubt> doubts) {
        super(
                "implausible",
                "Something in this order is hardly meant. Correct it and send the order again; or keep it as a draft, explain each doubt at"
                        + " its /confirmations, and then send it with /submission.",
                doubts.stream()
                        .map(doubt -> new Fault(doubt.pointer(), doubt.kind() + ": " + doubt.message(), null))
                        .toList(),
                Map.of("doubts", doubts, "nextAct", "CONFIRM"));
    }
}
