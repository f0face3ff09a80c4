package org.opencmas.compliance.rule.nsp.excluded;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on excluded NSP items say of themselves: one row each. */
public final class ExcludedText {
    public static final RuleText NSP_EXCL_PW = RuleText.of(
                    "NSP-EXCL-PW",
                    1,
                    RuleKind.BLOCK,
                    "NSP items that are public works not incidental to the order are excluded",
                    "Where an NSP line is public works, all public works together are at most the dollar value of the products, an equal value"
                            + " included.",
                    guide(10, 20, "Items Specifically Excluded"))
            .read(
                    "What is incidental is measured as PW-INCIDENTAL measures it, and the person who attests there that the public works are"
                            + " incidental says so of the NSP lines too; it is not asked twice.");

    public static final RuleText NSP_EXCL_SUPPLIES = RuleText.of(
                    "NSP-EXCL-SUPPLIES",
                    1,
                    RuleKind.BLOCK,
                    "Supplies are NSP items only in the minimum amount that is needed at first",
                    "Supply-type items are excluded, except for the minimum amount necessary for initial support of the priced items on the"
                            + " order.",
                    guide(10, 20, "Items Specifically Excluded"))
            .read(
                    "No number says what the minimum is: a person does. A line of which nobody says whether it is a supply is a warning.");

    public static final RuleText NSP_EXCL_PRODUCTIVE_USE = RuleText.of(
                    "NSP-EXCL-PRODUCTIVE-USE",
                    1,
                    RuleKind.WARNING,
                    "NSP items meet the Productive Use Requirements",
                    "Items that do not meet the Productive Use Requirements are excluded.",
                    guide(10, 20, "Items Specifically Excluded"))
            .read(
                    "The guide names the requirement and does not define it; the terms of the CMAS do. A person attests, and no period is invented.");

    public static final RuleText NSP_EXCL_SCOPE = RuleText.of(
                    "NSP-EXCL-SCOPE",
                    1,
                    RuleKind.BLOCK,
                    "What the CMAS excludes from its scope is no NSP item",
                    "Items or classes of items that the CMAS specifically excludes are not bought as NSP items.",
                    guide(10, 20, "Items Specifically Excluded"))
            .read(
                    "The lists of exclusions are in the agreements' own papers, not in the registry: the buyer looks and codes the line.");

    public static final RuleText NSP_EXCL_AUTH = RuleText.of(
                    "NSP-EXCL-AUTH",
                    1,
                    RuleKind.BLOCK,
                    "The contractor is authorized, certified or trained to provide each NSP item",
                    "Products and related services that the contractor is not factory authorized, certified or trained to provide are excluded; the"
                            + " agency substantiates it through manufacturer authorizations, each valid from its first through its last day, both"
                            + " included (also page 21).",
                    guide(10, 20, "Items Specifically Excluded"))
            .read("One authorization for each NSP line, products and services alike; travel needs none.");

    public static final RuleText NSP_EXCL_FOLLOWON = RuleText.of(
                    "NSP-EXCL-FOLLOWON",
                    1,
                    RuleKind.BLOCK,
                    "Consulting that the same contractor recommended before is no NSP item",
                    "Follow-on consultant services that were recommended or suggested before by the same contractor are excluded.",
                    guide(10, 20, "Items Specifically Excluded"))
            .read(
                    "The buyer's word on earlier orders answers it as it answers SVC-FOLLOWON; without that word a person is asked.");

    private ExcludedText() {}
}
