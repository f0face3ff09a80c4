package org.opencmas.compliance.rule.nsp;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on Not Specifically Priced items say of themselves: one row each. */
public final class NspText {
    public static final RuleText NSP_ONLY_WAY = RuleText.of(
                    "NSP-ONLY-WAY",
                    2,
                    RuleKind.BLOCK,
                    "Items that are not on the CMAS are bought under its NSP provision or not at all",
                    "Open market, incidental and non-contract items come onto a CMAS order only as NSP items of a CMAS that has the"
                            + " provision; otherwise they are bought outside CMAS.",
                    guide(10, 20, "Open Market, Incidental, and Non- Contract Items"))
            .read(
                    "On an order of several CMAS, the provision must be in the CMAS of the group that holds the NSP line. The"
                            + " CMAS counts as it stood on the line's price date: the order date, or the amendment date for a new or"
                            + " changed line.");

    public static final RuleText NSP_DOLLAR_LOW = RuleText.of(
                    "NSP-DOLLAR-LOW",
                    2,
                    RuleKind.BLOCK,
                    "On an order of $250,000 or less, NSP items come to $5,000 at most",
                    "All NSP items together are at most 5,000.00 on an order of at most 250,000.00; both figures are included.",
                    guide(10, 20, "NSP Dollar Limits"))
            .read(
                    "The order is measured with its NSP items and before tax and freight; if the total with tax and freight gives another"
                            + " answer, that is a warning.")
            .using(NspLimit.FIGURES);

    public static final RuleText NSP_DOLLAR_HIGH = RuleText.of(
                    "NSP-DOLLAR-HIGH",
                    2,
                    RuleKind.BLOCK,
                    "On an order above $250,000, NSP items come to 5% of it or $25,000 at most, whichever is less",
                    "All NSP items together are at most 5% of the order's total, rounded down to the cent, and at most 25,000.00; an"
                            + " amount equal to the limit is allowed.",
                    guide(10, 20, "NSP Dollar Limits"))
            .read(
                    "The order is measured with its NSP items and before tax and freight. The limit jumps at 250,000.00; the text is followed"
                            + " as it stands, and NSP-TIER-BY-NSP warns when NSP items alone carry an order over the border.")
            .using(NspLimit.FIGURES);

    public static final RuleText NSP_TIER_BY_NSP = RuleText.of(
                    "NSP-TIER-BY-NSP",
                    2,
                    RuleKind.WARNING,
                    "NSP items alone do not carry an order over the border of the NSP limits",
                    "Above 250,000.00 more NSP is allowed. An order that is above it only because of its NSP items is worth a look.",
                    guide(10, 20, "NSP Dollar Limits"))
            .read("The guide does not ask for this; it follows from the jump of the limit at 250,000.00.")
            .using(ParameterName.NSP_TIER_BORDER);

    public static final RuleText NSP_NOT_ONLY = RuleText.of(
                    "NSP-NOT-ONLY",
                    2,
                    RuleKind.BLOCK,
                    "An order of only NSP items is forbidden",
                    "There is at least one specifically priced line with an amount above 0.00.",
                    guide(10, 21, "NSP Not Available"))
            .read(
                    "On an order of several CMAS, each group with NSP lines has such a line, since an NSP item supports a priced one."
                            + " Travel has no price on the CMAS, so a travel line is no such line.");

    public static final RuleText NSP_SUBORDINATE = RuleText.of(
                    "NSP-SUBORDINATE",
                    2,
                    RuleKind.BLOCK,
                    "Each NSP item directly supports a priced item on the same order",
                    "NSP items are subordinate and peripheral: each names the priced lines it supports, and a person says why.",
                    guide(10, 20, "Items Specifically Excluded"))
            .read(
                    "One NSP line may support several priced lines. Whether it is subordinate stays with the person who gives the reason."
                            + " A travel line is no priced line.");

    public static final RuleText NSP_NOT_PRICED = RuleText.of(
                    "NSP-NOT-PRICED",
                    2,
                    RuleKind.BLOCK,
                    "What is specifically priced in the CMAS is not an NSP item",
                    "An NSP line matches no item on the price list of its CMAS in force on the line's price date.",
                    guide(10, 20, "Subordinate and Peripheral"))
            .read("The same item id is a match. Another spelling of it, or the same description, is put to a person.");

    public static final RuleText NSP_TERMS = RuleText.of(
                    "NSP-TERMS",
                    1,
                    RuleKind.WARNING,
                    "All terms of the CMAS hold for its NSP items",
                    "Every NSP item is bought under all terms and conditions of the CMAS of its line; the order is to say so.",
                    guide(10, 20, "Subordinate and Peripheral"))
            .read(
                    "It asks nothing of the buyer but a readable CMAS number; the sentence to print comes with the finding.");

    public static final RuleText NSP_IDENTIFIED = RuleText.of(
                    "NSP-IDENTIFIED",
                    1,
                    RuleKind.BLOCK,
                    "NSP items are separately listed and clearly marked on the order",
                    "Each NSP item is a line of its own with the NSP mark. One sum for several NSP items is not listed separately.",
                    guide(10, 21, "Clearly Identify NSP"))
            .read(
                    "A line that only its words call NSP is a warning; one that is off the price list without the mark is ORD-LINES-ON-CONTRACT's.");

    public static final RuleText NSP_BEST_VALUE = RuleText.of(
                    "NSP-BEST-VALUE",
                    1,
                    RuleKind.BLOCK,
                    "An order with NSP items is the best value alternative",
                    "An order with NSP items is issued only if it is the best value alternative; a named person says so, with the reason.",
                    guide(10, 20, "Subordinate and Peripheral"))
            .read("An amendment is asked only where it adds or changes an NSP item.");

    private NspText() {}
}
