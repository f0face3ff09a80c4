package org.opencmas.order.purchaseorder;

import java.util.List;
import java.util.Map;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;

/** An amendment is sent that changes nothing of what is in force (422). */
public final class NothingAmended extends RefusedByRule {
    private static final long serialVersionUID = 1;

    NothingAmended() {
        super(
                "amendment-changes-nothing",
                "This amendment says what is in force already. An amendment changes the order (Guide s3 p9), and the contractor accepts what it"
                        + " changes.",
                List.of(new Fault("", "changes nothing", "Change the order, or keep it as it is.")),
                Map.of("rule", "ORD-AMEND-CAUSE"));
    }
}
