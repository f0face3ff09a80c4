package org.opencmas.compliance.rule.payment;

import java.util.List;
import org.opencmas.compliance.rule.Rule;

/** The rules on an invoice, in the order in which findings are shown. */
public final class PaymentRules {
    public static final List<Rule<InvoiceFacts>> ALL = List.of(new NamesMatch());

    private PaymentRules() {}
}
