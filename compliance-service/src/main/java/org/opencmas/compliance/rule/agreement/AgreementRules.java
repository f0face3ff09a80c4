package org.opencmas.compliance.rule.agreement;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on a CMAS and what it is, in the order in which findings are shown. */
public final class AgreementRules {
    public static final List<Rule<OrderFacts>> ALL = List.of(
            new NumberTellsKind(),
            new NumberKeepsSuffix(),
            new CmasActive(),
            new LocalUseAllowed(),
            new PriceWithinCeiling(),
            new CopyObtained());

    private AgreementRules() {}
}
