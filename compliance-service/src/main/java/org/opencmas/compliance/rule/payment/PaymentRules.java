package org.opencmas.compliance.rule.payment;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.payment.advance.LegalBasisForAdvance;
import org.opencmas.compliance.rule.payment.advance.NoServiceInAdvance;
import org.opencmas.compliance.rule.payment.advance.SubscriptionInAdvance;
import org.opencmas.compliance.rule.payment.advance.WarrantyInAdvanceOnce;
import org.opencmas.compliance.rule.payment.calcard.CalCardAccepted;
import org.opencmas.compliance.rule.payment.calcard.CalCardMarked;
import org.opencmas.compliance.rule.payment.calcard.CalCardNeedsOrder;

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
