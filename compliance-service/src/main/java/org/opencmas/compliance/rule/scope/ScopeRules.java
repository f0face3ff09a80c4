package org.opencmas.compliance.rule.scope;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on the program's scope, in the order in which findings are shown. */
public final class ScopeRules {
    public static final List<Rule<OrderFacts>> ALL = List.of(new NoExcludedServices());

    private ScopeRules() {}
}
