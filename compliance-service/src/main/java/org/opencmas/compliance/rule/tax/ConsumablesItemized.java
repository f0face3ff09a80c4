package org.opencmas.compliance.rule.tax;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.outcome.Outcome;

/** TAX-CONSUMABLES-ITEMIZED: an invoice for maintenance that includes consumables has a line for them. */
public record ConsumablesItemized() implements Rule<InvoiceFacts> {
    @Override
    public RuleText text() {
        return TaxText.TAX_CONSUMABLES_ITEMIZED;
    }

    @Override
    public Optional<String> whyNotApplicable(InvoiceFacts facts) {
        Maintenance maintenance = Maintenance.of(facts.bill());
        return maintenance
                .whyNone()
                .or(() -> maintenance
                        .includesConsumables()
                        .filter(included -> !included)
                        .map(not -> "The maintenance includes no consumables."));
    }

    @Override
    public List<Outcome> check(InvoiceFacts facts) {
        Maintenance maintenance = Maintenance.of(facts.bill());
        if (maintenance.includesConsumables().isEmpty()) {
            return List.of(maintenance.unknown());
        }
        return List.of(
                maintenance.consumables().isEmpty()
                        ? Outcome.fail(
                                        "The order's maintenance includes consumables, and the invoice has no line for them.")
                                .on(maintenance.lines())
                                .remedy("Return the invoice: the contractor itemizes the consumables.")
                        : Outcome.pass("The consumables are itemized.").on(maintenance.consumables()));
    }
}
