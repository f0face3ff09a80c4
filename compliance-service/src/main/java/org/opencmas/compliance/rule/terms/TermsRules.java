package org.opencmas.compliance.rule.terms;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on an order's terms, in the order in which findings are shown. */
public final class TermsRules {
    public static final List<Rule<OrderFacts>> ALL = List.of(
            new DeliveryDaysTold(),
            new ClausesInBoth(),
            new TravelProvidedFor(),
            new ExtraApprovalsObtained(),
            new WarrantyTermsShown());

    /** Why an order that tells of no copy is not asked what stands in it. */
    static final String NO_COPY = "The order tells of no copy of a CMAS; CON-COPY-OBTAINED asks for it.";

    private TermsRules() {}
}
