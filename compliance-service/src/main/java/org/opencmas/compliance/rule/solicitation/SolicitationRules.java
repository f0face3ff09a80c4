package org.opencmas.compliance.rule.solicitation;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on seeking offers, in the order in which findings are shown. */
public final class SolicitationRules {
    public static final List<Rule<OrderFacts>> ALL =
            List.of(new RequestForOfferMade(), new ThreeAskedByState(), new OwnNumberAsked());

    /** Why an amendment is not asked how its offers were sought. */
    static final String AMENDMENT = "Asked of the original order: an amendment seeks no offers.";

    private SolicitationRules() {}
}
