package org.opencmas.compliance.rule.payment.calcard;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on payment by the State's purchase card say of themselves: one row each. */
public final class CalCardText {
    private static final String CAL_CARD = "CAL-Card (Credit Card)";

    public static final RuleText PAY_CALCARD_PO = RuleText.of(
                    "PAY-CALCARD-PO",
                    1,
                    RuleKind.BLOCK,
                    "A payment by CAL-Card has an order document",
                    "CAL-Card is a way to pay: an order document is needed all the same.",
                    guide(6, 15, CAL_CARD))
            .read(
                    "The guide does not say when the document has to be there. One dated after the payment is a warning; the same day is"
                            + " none.");

    public static final RuleText PAY_CALCARD_ACCEPT = RuleText.of(
                    "PAY-CALCARD-ACCEPT",
                    1,
                    RuleKind.BLOCK,
                    "The CMAS says that the contractor accepts CAL-Card",
                    "Each CMAS states whether its contractor is paid by CAL-Card; payment by the card keeps to that.",
                    guide(6, 15, CAL_CARD))
            .read(
                    "Where the CMAS says no, a contractor may still consent: a named person notes that. On an order of several CMAS, the"
                            + " caller says yes only when all of them do.");

    public static final RuleText PAY_CALCARD_MARK = RuleText.of(
            "PAY-CALCARD-MARK",
            1,
            RuleKind.WARNING,
            "The order says that payment was by CAL-Card",
            "Where payment is by CAL-Card, the order should show it.",
            guide(6, 15, CAL_CARD));

    private CalCardText() {}
}
