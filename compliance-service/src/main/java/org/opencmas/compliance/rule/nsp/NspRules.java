package org.opencmas.compliance.rule.nsp;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on Not Specifically Priced items, in the order in which findings are shown. */
public final class NspRules {
    public static final List<Rule<OrderFacts>> ALL = List.of(
            new NspNeedsProvision(),
            new NspLowLimit(),
            new NspHighLimit(),
            new NspLiftsTier(),
            new NspNotAlone(),
            new NspSupportsPriced(),
            new NspNotPriced(),
            new NspUnderAllTerms(),
            new NspMarked(),
            new NspIsBestValue());

    private NspRules() {}
}
