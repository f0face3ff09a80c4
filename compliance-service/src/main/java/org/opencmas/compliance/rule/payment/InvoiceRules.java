package org.opencmas.compliance.rule.payment;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;

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
