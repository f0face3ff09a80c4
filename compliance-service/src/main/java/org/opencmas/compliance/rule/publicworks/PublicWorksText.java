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

    public static final RuleText PW_DEFINITION = RuleText.of(
                    "PW-DEFINITION",
                    2,
                    RuleKind.WARNING,
                    "What is public works is classified as public works",
                    "Public works are the erection, construction, alteration, repair or improvement of a public structure, building, road or other"
                            + " public improvement (Public Contract Code 1101; also Section 9, page 18).",
                    guide(11, 22, "Definition of a Public Works Project"))
            .read(
                    "The buyer classifies; no machine can. Services whose words tell of installing, cabling, trenching or the like are asked about,"
                            + " and a line of another kind whose words name such work: installation of something, installing, labor.");

    public static final RuleText PW_CABLE = RuleText.of(
                    "PW-CABLE",
                    2,
                    RuleKind.CALCULATION,
                    "Installing physical layer cable counts as public works",
                    "A line that is coded as installation of physical layer cable counts as public works for every rule, whatever its flag (also"
                            + " Section 9, page 18).",
                    guide(11, 22, "Installation of Physical Layer Cable"))
            .read(
                    "The list of contents adds carpet and the text does not: cable only is coded, carpet is asked about under PW-DEFINITION."
                            + " A line that is not coded is asked about where its words read so, whatever its kind.");

    public static final RuleText PW_BOND_AMOUNT = RuleText.of(
                    "PW-BOND-AMOUNT",
                    1,
                    RuleKind.BLOCK,
                    "A payment bond comes to 100% of the order's price at least",
                    "The bond for public works is at least the price of the whole order, not only of its public works; an equal sum is enough, one"
                            + " cent less is not (also Section 11, page 22).",
                    guide(4, 12, "Public Works - Bond Requirements"))
            .read(
                    "Purchase order price and contract price are the same here. Below the total before tax and freight it stops the order; between"
                            + " that and the total with them it is a warning. While no bond is told of, PW-BOND-TRIGGER says what is needed, and"
                            + " this warns.")
            .using(ParameterName.PW_BOND_TRIGGER);

    public static final RuleText PW_LAWS = RuleText.of(
                    "PW-LAWS",
                    1,
                    RuleKind.WARNING,
                    "The agency sees to it that the laws on public works are followed",
                    "Licensing, prevailing wages, bonding and labor code are adhered to by prime contractor and subcontractors during"
                            + " performance: for each, a person says when it was seen to.",
                    guide(11, 22, "Applicable Laws and Codes"))
            .read("The duty goes on until the work is done; what is told with an order is how it stands then.");

    public static final RuleText PW_WAGE_CLASS = RuleText.of(
            "PW-WAGE-CLASS",
            1,
            RuleKind.BLOCK,
            "The agency determines the craft, classification or type of worker",
            "An order with public works names at least one craft, classification or type of worker (Labor Code 1773.2).",
            guide(11, 22, "Agency Responsibility"));

    public static final RuleText PW_WAGE_RATES = RuleText.of(
                    "PW-WAGE-RATES",
                    1,
                    RuleKind.BLOCK,
                    "The order specifies the prevailing wage rates, or says that they are on file",
                    "Either the rates that the Director of Industrial Relations determined stand on the order, or a statement that they are on file"
                            + " at the agency's office and available on request; one of the two is enough.",
                    guide(11, 22, "Agency Responsibility"))
            .read("The guide names no smallest project. A figure can exempt one; it is 0.00, which exempts none.")
            .using(ParameterName.PW_WAGE_EXEMPT_UP_TO);

    public static final RuleText PW_LICENCE_VERIFY = RuleText.of(
                    "PW-LICENCE-VERIFY",
                    1,
                    RuleKind.BLOCK,
                    "Before the order, the agency verifies that the contractor's license is active",
                    "The State's board shows the prime contractor's license active and in good standing on a day that is not after that of the"
                            + " order.",
                    guide(11, 22, "Verify Status of Contractor's License"))
            .read("No age is named: a check that is older than 30 days is a warning, one of 30 days is not.")
            .using(ParameterName.PW_LICENSE_CHECK_DAYS);

    public static final RuleText PW_LICENCE_BOTH = RuleText.of(
                    "PW-LICENCE-BOTH",
                    1,
                    RuleKind.BLOCK,
                    "Prime contractor and subcontractors hold valid licenses for their work",
                    "Where licenses are required, the prime contractor and each subcontractor hold one that is valid for the work on the day of the"
                            + " order, its last day included.",
                    guide(11, 22, "Prime and Subcontractors Both Must Be Licensed"))
            .read(
                    "Whether the class of a license fits the work, or none is required, is for the person to say who tells of it.");

    private PublicWorksText() {}
}
