package org.opencmas.compliance.rule.payment;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.payment.advance.LegalBasisForAdvance;
import org.opencmas.compliance.rule.payment.advance.NoServiceInAdvance;
import org.opencmas.compliance.rule.payment.advance.SubscriptionInAdvance;
import org.opencmas.compliance.rule.payment.advance.WarrantyInAdvanceOnce;
import org.opencmas.compliance.rule.payment.calcard.CalCardAccepted;
import org.opencmas.compliance.rule.payment.calcard.CalCardMarked;
import org.opencmas.compliance.rule.payment.calcard.CalCardNeedsOrder;

/** The rules on an invoice, in the order in which findings are shown. */
public final class InvoiceRules {
    public static final List<Rule<InvoiceFacts>> ALL = List.of(
            new NamesMatch(),
            new TravelIsOnOrder(),
            new CalCardNeedsOrder<>(),
            new CalCardAccepted<>(),
            new CalCardMarked<>(),
            new NoServiceInAdvance<>(),
            new SubscriptionInAdvance<>(),
            new WarrantyInAdvanceOnce<>(),
            new LegalBasisForAdvance<>());

    private InvoiceRules() {}
}
