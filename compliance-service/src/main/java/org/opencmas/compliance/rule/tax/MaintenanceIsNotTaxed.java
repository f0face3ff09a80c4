package org.opencmas.compliance.rule.tax;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.BilledLine;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.terms.Usd;

/** TAX-MAINT-ONLY: on maintenance without consumables no tax is due; a cent of it is a warning. */
public record MaintenanceIsNotTaxed() implements Rule<InvoiceFacts> {
    @Override
    public RuleText text() {
        return TaxText.TAX_MAINT_ONLY;
    }

    @Override
    public Optional<String> whyNotApplicable(InvoiceFacts facts) {
        Maintenance maintenance = Maintenance.of(facts.bill());
        return maintenance
                .whyNone()
                .or(() -> maintenance
                        .includesConsumables()
                        .filter(included -> included)
                        .map(included -> "The maintenance includes consumables."));
    }

    @Override
    public List<Outcome> check(InvoiceFacts facts) {
        Maintenance maintenance = Maintenance.of(facts.bill());
        if (maintenance.includesConsumables().isEmpty()) {
            return List.of(maintenance.unknown());
        }
        List<BilledLine> taxed = maintenance.taxed();
        if (taxed.isEmpty()) {
            return List.of(Outcome.pass("Maintenance alone is not taxable, and no tax is billed on it.")
                    .on(maintenance.lines())
                    .with("taxDue", Usd.ZERO));
        }
        return List.of(
                Outcome.warn("Tax is billed on maintenance alone, which is not taxable: %s.", Phrases.lines(taxed))
                        .on(taxed)
                        .with("taxDue", Usd.ZERO)
                        .remedy("Ask the contractor to take the tax off %s.", Phrases.lines(taxed)));
    }
}
