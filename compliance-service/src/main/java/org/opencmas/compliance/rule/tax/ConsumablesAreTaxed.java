package org.opencmas.compliance.rule.tax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.BilledLine;
import org.opencmas.compliance.rule.invoice.InvoiceFacts;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.terms.Usd;

/** TAX-MAINT-CONSUMABLES: of maintenance with consumables, the consumables are taxed and nothing else. */
public record ConsumablesAreTaxed() implements Rule<InvoiceFacts> {
    @Override
    public RuleText text() {
        return TaxText.TAX_MAINT_CONSUMABLES;
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
        if (maintenance.consumables().isEmpty()) {
            return List.of(
                    Outcome.warn("Maintenance and consumables are one sum, so the tax on them cannot be worked out.")
                            .on(maintenance.lines())
                            .remedy("Have the contractor split the sum."));
        }
        BigDecimal rate = facts.bill().taxRate();
        if (rate == null) {
            return List.of(Outcome.undetermined("The rate of sales tax is not said.")
                    .on(maintenance.consumables())
                    .remedy("Send the rate of the place of delivery, such as 0.0775."));
        }
        return judge(maintenance, rate);
    }

    private static List<Outcome> judge(Maintenance maintenance, BigDecimal rate) {
        List<BilledLine> consumables = maintenance.consumables();
        Usd worth = Usd.sum(consumables.stream().map(BilledLine::amount).toList());
        Usd due = worth.times(rate).roundedHalfUp();
        List<Trouble> troubles = new ArrayList<>();
        Usd billed = billed(consumables);
        if (billed != null && !billed.equals(due)) {
            troubles.add(Outcome.warn(
                            "Tax of %s is billed on consumables of %s; at %s it is %s.",
                            billed, worth, rate.toPlainString(), due)
                    .on(consumables)
                    .with("taxBilled", billed)
                    .with("taxDue", due)
                    .remedy("Have the tax on the consumables corrected to %s.", due));
        }
        List<BilledLine> taxed = maintenance.taxed();
        if (!taxed.isEmpty()) {
            troubles.add(Outcome.warn("Tax is billed on the maintenance too: %s.", Phrases.lines(taxed))
                    .on(taxed)
                    .remedy("Ask the contractor to take the tax off %s.", Phrases.lines(taxed)));
        }
        return Outcomes.orPass(
                troubles.stream(),
                Outcome.pass("Of consumables of %s the tax is %s.", worth, due)
                        .on(consumables)
                        .with("taxDue", due));
    }

    /** The tax that is billed on the lines together; null when the invoice does not say it of each. */
    private static @Nullable Usd billed(List<BilledLine> lines) {
        Usd sum = Usd.ZERO;
        for (BilledLine line : lines) {
            Usd tax = line.tax();
            if (tax == null) {
                return null;
            }
            sum = sum.plus(tax);
        }
        return sum;
    }
}
