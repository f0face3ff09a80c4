package org.opencmas.compliance.ordercheck.rule;

import java.util.List;
import org.opencmas.compliance.ordercheck.rule.superseded.SupersededRules;

/** The rules on orders, in the order in which findings are shown. */
public final class OrderRules {
    static final List<Rule<OrderFacts>> ALL = List.of(
            new AgencyIsPublicBody(),
            new NumberTellsKind(),
            new NumberKeepsSuffix(),
            new CmasNumberCorrect(),
            new CmasActive(),
            new IssuedBeforeExpiry(),
            new AmendedBeforeExpiry(),
            new LocalUseAllowed(),
            new LinesOnContract(),
            new PriceWithinCeiling(),
            new NoBundling(),
            new StateOrderLimit(),
            new LocalOrderLimit(),
            new OneContractor(),
            new OneLocation(),
            new NoItWithNonIt(),
            new WordCmasOrNumber(),
            new LinesGroupedByCmas(),
            new SubsInSequence(),
            new SubtotalsWithoutTax(),
            new LowestLimitOfSeveral(),
            new NspNeedsProvision(),
            new NspLowLimit(),
            new NspHighLimit(),
            new NspLiftsTier(),
            new NspNotAlone(),
            new NspSupportsPriced(),
            new NspNotPriced(),
            new PublicWorksIncidental(),
            new CertificateCurrent());

    public static final RuleBook<OrderFacts> BOOK = new RuleBook<>(ALL, SupersededRules.ALL);

    private OrderRules() {}
}
