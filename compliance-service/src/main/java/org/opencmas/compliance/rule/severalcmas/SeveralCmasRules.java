package org.opencmas.compliance.rule.severalcmas;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on an order on several CMAS, in the order in which findings are shown. */
public final class SeveralCmasRules {
    public static final List<Rule<OrderFacts>> ALL = List.of(
            new OneContractor(),
            new OneLocation(),
            new NoItWithNonIt(),
            new WordCmasOrNumber(),
            new LinesGroupedByCmas(),
            new SubsInSequence(),
            new SubtotalsWithoutTax(),
            new LowestLimitOfSeveral());

    private SeveralCmasRules() {}
}
