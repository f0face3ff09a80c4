package org.opencmas.compliance.rule.tax;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;

/** The rules on sales tax on maintenance, in the order in which findings are shown. */
public final class TaxRules {
    public static final List<Rule<InvoiceFacts>> ALL =
            List.of(new MaintenanceIsNotTaxed(), new ConsumablesAreTaxed(), new ConsumablesItemized());

    private TaxRules() {}
}
