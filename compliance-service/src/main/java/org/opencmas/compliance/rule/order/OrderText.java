package org.opencmas.compliance.rule.order;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.terms.AgencyClass;

/** What the rules on an order say of themselves: one row each. */
public final class OrderText {
    public static final RuleText GEN_AGENCY_TYPE = RuleText.of(
                    "GEN-AGENCY-TYPE",
                    2,
                    RuleKind.BLOCK,
                    "The buyer is a public body of a known type",
                    "A local agency is any city, county, city and county, district or other local governmental body or corporation,"
                            + " CSU, UC, K-12 school or community college that is empowered to spend public funds. The type decides"
                            + " whose limits hold and whether the incentive fee is due.",
                    guide(1, 5, "Definition of a Local Government Agency"))
            .read(
                    "CSU and UC are local agencies. A body the guide does not name is local only by an analyst's decision with a reason;"
                            + " without one, or without the power to spend public funds, it cannot order.");

    public static final RuleText ORD_CMAS_NUMBER_CORRECT = RuleText.of(
                    "ORD-CMAS-NUMBER-CORRECT",
                    2,
                    RuleKind.BLOCK,
                    "The order shows the correct CMAS number",
                    "Every CMAS number on the order exists and belongs to the contractor named on it.",
                    guide(12, 23, "What is Reviewed?"))
            .read(
                    "Correct means: the number exists, belongs to the contractor named, and carries the lines ordered; the last is judged"
                            + " by ORD-LINES-ON-CONTRACT. A number not known here may be late news, so it is undetermined and not a failure.");

    public static final RuleText ORD_ISSUE_BEFORE_EXPIRY = RuleText.of(
                    "ORD-ISSUE-BEFORE-EXPIRY",
                    2,
                    RuleKind.BLOCK,
                    "An order is issued before the CMAS expires",
                    "The date on the order is the last day of the CMAS or earlier (also Section 9, page 18). Delivery may come later.",
                    guide(3, 9, "Delivery of Products and Services"))
            .read(
                    "Issued means the date on the order, not its receipt; the last day is allowed. A date far from the day on which the"
                            + " document arrived is a warning, since it may be back-dated.")
            .using(ParameterName.BACK_DATING_DAYS);

    public static final RuleText ORD_AMEND_EXPIRED = RuleText.of(
                    "ORD-AMEND-EXPIRED",
                    2,
                    RuleKind.BLOCK,
                    "No amendment is issued after the CMAS expires",
                    "The amendment date is the last day of the CMAS or earlier, whatever is still to be delivered. A supplement that"
                            + " extends the CMAS counts.",
                    guide(3, 9, "Purchase Order Amendments"))
            .read(
                    "The CMAS that the order cites is meant, not the base contract behind it. On an order of several CMAS, lines may change"
                            + " only under those in term; a change of anything but lines needs all of them in term. A suspended or terminated"
                            + " CMAS is not named by the text and is a warning.");

    public static final RuleText ORD_LINES_ON_CONTRACT = RuleText.of(
                    "ORD-LINES-ON-CONTRACT",
                    2,
                    RuleKind.BLOCK,
                    "Every line is on the CMAS unless it is an NSP line",
                    "Product or model, hourly rate, position title and skill level are as in the CMAS. NSP lines have rules of their own"
                            + " (also Section 10, page 20).",
                    guide(12, 23, "Contractor Compliance Reviews"))
            .read(
                    "Another spelling of an item id, or the same description, proposes an item that a person has to confirm; it is never"
                            + " taken silently. Travel is on the CMAS when the CMAS provides for travel (Section 4, page 13) on the"
                            + " line's price date. A line that leaves out its item is not on a whole list that has nothing like it.");

    public static final RuleText ORD_NO_BUNDLING = RuleText.of(
                    "ORD-NO-BUNDLING",
                    2,
                    RuleKind.BLOCK,
                    "Every line is priced singly",
                    "Prices are not bundled: each line item is priced by itself, as in the base schedule. A unit such as lot, or a price"
                            + " of zero, is a warning unless the CMAS lists the item so.",
                    guide(12, 23, "Contractor Compliance Reviews"))
            .read("Items included at no charge exist in practice: they are allowed where the CMAS lists them at 0.00.");

    public static final RuleText ORD_LIMIT_STATE = RuleText.of(
                    "ORD-LIMIT-STATE",
                    2,
                    RuleKind.BLOCK,
                    "A State order stays within the order limit of the CMAS",
                    "State agencies are bound by the maximum order set in the CMAS; a total equal to it is allowed.",
                    guide(3, 9, "Purchase Order Limits"))
            .read(
                    "The guide gives no figures: the limit is the one recorded with the CMAS on the order date. It is compared with the"
                            + " total before tax and freight, as the State Contracting Manual does. An order on several CMAS is measured by"
                            + " MULTI-TOTAL-LIMIT.")
            .binding(AgencyClass.STATE);

    public static final RuleText ORD_LIMIT_LOCAL = RuleText.of(
                    "ORD-LIMIT-LOCAL",
                    2,
                    RuleKind.BLOCK,
                    "A local agency's order stays within the agency's own limit",
                    "Local agencies are not bound by the State's order limit; they set their own, and say whether more than it is a"
                            + " warning or stops the order. A total equal to the limit is allowed.",
                    guide(3, 9, "Purchase Order Limits"))
            .read(
                    "The sentence on page 10 that the total must not exceed the limit of the CMAS binds State agencies; for a local agency"
                            + " only its own limit holds, and the limit of the CMAS is shown for information. The total is taken"
                            + " before tax and freight. The policy in force on the day of the document counts, as the agency had"
                            + " recorded it by then; before its first record, the first one.")
            .binding(AgencyClass.LOCAL)
            .withSeverityByAgency();

    private OrderText() {}
}
