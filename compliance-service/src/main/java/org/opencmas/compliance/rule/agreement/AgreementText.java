package org.opencmas.compliance.rule.agreement;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.terms.AgencyClass;

/** What the rules on a CMAS and what it is say of themselves: one row each. */
public final class AgreementText {
    public static final RuleText CON_NUMBER_CATEGORY = RuleText.of(
                    "CON-NUMBER-CATEGORY",
                    2,
                    RuleKind.BLOCK,
                    "A CMAS number begins with 3 for IT or 4 for non-IT",
                    "Numbers beginning with 3 are for information technology products or services, those beginning with 4 for"
                            + " non-IT. A number that begins otherwise is not a CMAS number.",
                    guide(4, 11, "CMAS Numbers"))
            .read(
                    "4 means non-IT, products or services alike: page 11 speaks of products only, page 10 of a non-IT CMAS. Whether a"
                            + " line is a product or a service is never inferred from the digit.");

    public static final RuleText CON_NUMBER_SUFFIX = RuleText.of(
                    "CON-NUMBER-SUFFIX",
                    2,
                    RuleKind.CALCULATION,
                    "A CMAS is told apart by the letter at the end of its number",
                    "3-12-70-2473E and 3-12-70-2473F are two agreements, and 3-12-70-2473 is a third: letters are compared exactly.",
                    guide(3, 10, "Multiple Contracts - One Purchase Order Form"))
            .read(
                    "The letter is optional, since newer numbers have none; it is never dropped. Letters and digits that are easily"
                            + " confused (B and 8, O and 0) are suggested and never corrected silently.");

    public static final RuleText CON_ACTIVE_CHECK = RuleText.of(
                    "CON-ACTIVE-CHECK",
                    2,
                    RuleKind.BLOCK,
                    "The CMAS is active on the order date",
                    "On the order date the CMAS is neither suspended nor terminated, and the date lies from its first through its last"
                            + " day, both included.",
                    guide(3, 9, "Substantiate CMAS is Valid"))
            .read(
                    "Dates are civil dates in California; the last day of the term is a valid day. The status is that of the day ordered, by all"
                            + " that the registry has told: a suspension counts from its first day until its end, also when it is over by now. Where"
                            + " the registry told a status without its first day, that is the day of its news. A CMAS that an amendment adds is judged"
                            + " on the amendment date. The copy of the registry is stale when news about the CMAS arrived that could not be taken in:"
                            + " then a person checks and attests.");

    public static final RuleText CON_LOCAL_OPTIN = RuleText.of(
                    "CON-LOCAL-OPTIN",
                    2,
                    RuleKind.BLOCK,
                    "The contractor lets local agencies use the CMAS",
                    "Whether local agencies may order is the contractor's choice, and the CMAS says it.",
                    guide(1, 6, "Contractor's Option to Allow Use of Their CMAS"))
            .read(
                    "The choice in force on the order date counts; orders already placed stand when it changes. A choice that is not"
                            + " recorded is undetermined.")
            .binding(AgencyClass.LOCAL);

    public static final RuleText CON_PRICE_CEILING = RuleText.of(
                    "CON-PRICE-CEILING",
                    2,
                    RuleKind.BLOCK,
                    "Order prices are at or below the CMAS price and the base price",
                    "The unit price of every listed line is at most the lower of the CMAS price and the base contract price in force on"
                            + " the line's price date, in the same unit; an equal price is allowed, any more is an overcharge (also"
                            + " Section 4, page 11; Section 12, page 23).",
                    guide(1, 5, "Method of Establishing a CMAS"))
            .read(
                    "Prices are compared in the same unit and on the same day: the order date, or the amendment date for a new or changed"
                            + " line. Another unit of measure is undetermined, and so is a base price that is not recorded. A line"
                            + " that names no item of the list is above its ceiling when it is above that of everything like it.");

    public static final RuleText CON_COPY_OBTAINED = RuleText.of(
                    "CON-COPY-OBTAINED",
                    1,
                    RuleKind.WARNING,
                    "The agency has read a copy of the CMAS before choosing",
                    "It uses the copy to find warranties, guarantees, maintenance, returns, bonds and travel; what is available; what is"
                            + " excluded; whether prices are at or below the base contract's; extra approvals, forms and filings; the small"
                            + " business certification; the Seller's Permit; the Contractor's License (also Section 4, page 11, and Section"
                            + " 5, page 14).",
                    guide(2, 7, "Copy of a CMAS"))
            .read(
                    "A copy can be out of date: a supplement newer than the one read, in force on the day of the document, is a warning. A"
                            + " CMAS is chosen when it is first ordered from, so an amendment is asked only about those it brings. What the"
                            + " order does not tell, a person may attest to.");

    private AgreementText() {}
}
