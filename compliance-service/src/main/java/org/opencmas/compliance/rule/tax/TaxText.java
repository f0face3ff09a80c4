package org.opencmas.compliance.rule.tax;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on sales tax on maintenance say of themselves: one row each. */
public final class TaxText {
    private static final String HEADING = "Maintenance Sales Tax";

    public static final RuleText TAX_MAINT_ONLY = RuleText.of(
                    "TAX-MAINT-ONLY",
                    1,
                    RuleKind.CALCULATION,
                    "Maintenance alone is not taxable",
                    "A contract for maintenance only, the labor and parts that keep equipment working, is not taxable (Regulation 1546).",
                    guide(4, 13, HEADING))
            .read(
                    "Optional maintenance contracts. Tax billed on such a line is shown as a warning; it is no tax advice.");

    public static final RuleText TAX_MAINT_CONSUMABLES = RuleText.of(
                    "TAX-MAINT-CONSUMABLES",
                    1,
                    RuleKind.WARNING,
                    "Where maintenance includes consumables, only they are taxed",
                    "The supply of toner, developer, staples and the like under a maintenance contract is a taxable sale; the agency owes the"
                            + " sales tax on it, and on nothing else of the contract (Regulation 1546).",
                    guide(4, 13, HEADING))
            .read(
                    "The tax is worked out on all consumables together at the rate sent with the invoice, rounded half up to the cent. A lump"
                            + " sum that is not split is a warning: nothing can be worked out. It is no tax advice.");

    public static final RuleText TAX_CONSUMABLES_ITEMIZED = RuleText.of(
                    "TAX-CONSUMABLES-ITEMIZED",
                    1,
                    RuleKind.BLOCK,
                    "Consumables that are taxed are itemized",
                    "The contractor itemizes the consumables that are taxed.",
                    guide(4, 13, HEADING))
            .read(
                    "Where the order's maintenance includes consumables, its invoice has a line for them, with 0.00 when none were supplied.");

    private TaxText() {}
}
