package org.opencmas.compliance.rule.bestvalue;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on best value, in the order in which findings are shown. */
public final class BestValueRules {
    public static final List<Rule<OrderFacts>> ALL = List.of(new FourStepsDone(), new AllOffersCompared());

    private BestValueRules() {}
}
