package org.opencmas.compliance.rule.payment;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.PaymentFacts;

/** The rules on a payment of any kind, in the order in which findings are shown. */
public final class PaymentRules {
    public static final List<Rule<PaymentFacts>> ALL = List.of(
            new DisputedInvoice(),
            new PaidWhenDue(),
            new LatePaymentPenalty(),
            new CalCardNeedsOrder<>(),
            new CalCardAccepted<>(),
            new CalCardMarked<>(),
            new NoServiceInAdvance<>(),
            new SubscriptionInAdvance<>(),
            new WarrantyInAdvanceOnce<>(),
            new LegalBasisForAdvance<>());

    private PaymentRules() {}
}
