package org.opencmas.compliance.rule.terms;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on an order's terms say of themselves: one row each. */
public final class TermsText {
    public static final RuleText ORD_DELIVERY_AFTER_EXPIRY = RuleText.of(
                    "ORD-DELIVERY-AFTER-EXPIRY",
                    1,
                    RuleKind.WARNING,
                    "The order says when it is fulfilled, which may be after the CMAS expires",
                    "Goods may be delivered and services finished after the CMAS expires, as the order specifies (also Section 9, page"
                            + " 18).",
                    guide(3, 9, "Delivery of Products and Services"))
            .read(
                    "The guide gives no upper limit. An order without any day is a warning, and so is a last day more calendar months after"
                            + " the end of the CMAS than the agency, or else the system, sets; the day that many months after is not. It never"
                            + " stops an order.")
            .using(ParameterName.DELIVERY_TAIL_MONTHS);

    public static final RuleText ORD_LD_ACCEPT = RuleText.of(
                    "ORD-LD-ACCEPT",
                    1,
                    RuleKind.WARNING,
                    "Liquidated damages and acceptance testing stand in the request for offer and in the order",
                    "Liquidated damages for late delivery and acceptance testing apply only if their criteria were put in both.",
                    guide(4, 11, "Liquidated Damages and Acceptance Testing/Criteria"))
            .read(
                    "A request made by word of mouth carries no criteria. At issue a clause in one of the two is a warning: it will not"
                            + " apply. An order that tells of no such clause is not asked.");

    public static final RuleText ORD_TRAVEL_ALLOWED = RuleText.of(
                    "ORD-TRAVEL-ALLOWED",
                    1,
                    RuleKind.BLOCK,
                    "Travel is ordered only where the CMAS provides for it, within its limits",
                    "Travel and per diem may be paid if the CMAS provides for travel, within the CMAS's parameters and the agency's own"
                            + " statutory rules, as the order says them.",
                    guide(4, 13, "Travel"))
            .read(
                    "Whether the CMAS provides for travel is the word of the registry on the line's price date; where that is not recorded, a"
                            + " person attests to what the CMAS says. Its limits are text that no machine compares, so travel that is"
                            + " provided for is a warning to compare them.");

    public static final RuleText ORD_EXTRA_APPROVALS = RuleText.of(
                    "ORD-EXTRA-APPROVALS",
                    1,
                    RuleKind.WARNING,
                    "The approvals, forms and filings that the CMAS asks for are there",
                    "From the copy of the CMAS the agency finds whether extra approvals, forms or filings are needed.",
                    guide(4, 11, "Why Does Agency Need a Copy of a CMAS?"))
            .read(
                    "The registry has no list of them: what the reader of the copy tells counts, each with the day on which it was there,"
                            + " no later than that of the document. An order that tells of no copy is asked by CON-COPY-OBTAINED.");

    public static final RuleText ORD_WARRANTY_TERMS = RuleText.of(
                    "ORD-WARRANTY-TERMS",
                    1,
                    RuleKind.CALCULATION,
                    "Warranty, guarantee, maintenance, return, bond and travel terms of the CMAS are shown",
                    "The agency finds them in the copy of the CMAS.",
                    guide(4, 11, "Why Does Agency Need a Copy of a CMAS?"))
            .read(
                    "They are shown as the reader of the copy tells them; the registry has no such text. An order that tells of no copy is"
                            + " asked by CON-COPY-OBTAINED. It stops nothing.");

    private TermsText() {}
}
