package org.opencmas.compliance.rule.publicworks;

import static org.opencmas.compliance.rule.Citation.guide;

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

    private PublicWorksText() {}
}
