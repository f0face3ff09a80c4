package org.opencmas.compliance.rule.lease;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on leases on an order, in the order in which findings are shown. */
public final class LeaseRules {
    public static final List<Rule<OrderFacts>> ALL =
            List.of(new NoResidualValue(), new StatePlansMayCostLess(), new NoOtherFederalLease());

    private LeaseRules() {}
}
