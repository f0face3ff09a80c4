package org.opencmas.compliance.rule.order;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on an order, in the order in which findings are shown. */
public final class OrderRules {
    public static final List<Rule<OrderFacts>> ALL = List.of(
            new AgencyIsPublicBody(),
            new CmasNumberCorrect(),
            new IssuedBeforeExpiry(),
            new AmendedBeforeExpiry(),
            new LinesOnContract(),
            new NoBundling(),
            new StateOrderLimit(),
            new LocalOrderLimit());

    private OrderRules() {}
}
