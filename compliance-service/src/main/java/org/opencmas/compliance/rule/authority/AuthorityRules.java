package org.opencmas.compliance.rule.authority;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on the buyer's right, in the order in which findings are shown. */
public final class AuthorityRules {
    public static final List<Rule<OrderFacts>> ALL =
            List.of(new LegalBasis(), new AgreesWithOwnPolicy(), new LegalCounselAsked());

    private AuthorityRules() {}
}
