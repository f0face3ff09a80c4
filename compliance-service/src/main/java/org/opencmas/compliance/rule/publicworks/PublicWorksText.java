package org.opencmas.compliance.rule.publicworks;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on public works on an order say of themselves: one row each. */
public final class PublicWorksText {
    public static final RuleText PW_INCIDENTAL = RuleText.of(
                    "PW-INCIDENTAL",
                    2,
                    RuleKind.BLOCK,
                    "Public works are incidental to the order and do not exceed its products",
                    "Public works installation is allowed only when incidental to the total order; all public works services together are"
                            + " at most the dollar value of the products, an equal value included (also Section 9, page 18).",
                    guide(11, 22, "Installation of Physical Layer Cable"))
            .read(
                    "Products are goods lines, with hardware and packaged software; services, travel, freight and tax are not. Whether work"
                            + " within the dollar limit is incidental is for a person to attest.");

    public static final RuleText PW_BOND_TRIGGER = RuleText.of(
                    "PW-BOND-TRIGGER",
                    1,
                    RuleKind.WARNING,
                    "Public works above $5,000 need a payment bond before the work starts",
                    "Where public works, labor and installation, come to more than 5,000.00, the contractor gives the agency a payment bond"
                            + " on Std. Form 807 before performance begins; 5,000.00 itself needs none (also Section 11, page 22).",
                    guide(4, 12, "Public Works - Bond Requirements"))
            .read(
                    "When an order is issued no work has started, so it is a warning then; without a bond no work may start. All lines that the"
                            + " buyer classifies as public works count, before tax and freight. State law has another figure for local bodies; the"
                            + " one of the guide is a term of the CMAS and holds.")
            .using(ParameterName.PW_BOND_TRIGGER);

    private PublicWorksText() {}
}
