package org.opencmas.compliance.rule.progresspayment;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.PaymentFacts;

/** The rules on progress payments, in the order in which findings are shown. */
public final class ProgressPaymentRules {
    public static final List<Rule<PaymentFacts>> ALL = List.of(
            new TasksAreDistinct(),
            new SpecialItWithhold(),
            new RiskIsAssessed(),
            new SpecialGoodsWithhold(),
            new ServicesWithhold(),
            new WithheldAsEarned(),
            new PolicyDiscourages(),
            new ThreeMonthsAtLeast(),
            new MonthlyInArrears(),
            new AfterServices(),
            new SectionFourHolds());

    private ProgressPaymentRules() {}
}
