package org.opencmas.compliance.rule.services;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on services on an order, in the order in which findings are shown. */
public final class ServicesRules {
    public static final List<Rule<OrderFacts>> ALL = List.of(
            new ServiceKindTold(),
            new ResumesReviewed(),
            new SubstitutesReviewed(),
            new NoFollowOn(),
            new NetworkSolution(),
            new NetworkDesigner());

    private ServicesRules() {}
}
