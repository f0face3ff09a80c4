package org.opencmas.compliance.rule.nsp.excluded;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on what is excluded as an NSP item, in the order in which findings are shown. */
public final class ExcludedRules {
    public static final List<Rule<OrderFacts>> ALL = List.of(
            new NspPublicWorks(),
            new NspSupplies(),
            new NspProductiveUse(),
            new NspOutOfScope(),
            new NspAuthorized(),
            new NspFollowOn());

    private ExcludedRules() {}
}
