package org.opencmas.compliance.rule.payment;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on an invoice say of themselves: one row each. */
public final class PaymentText {
    public static final RuleText PAY_NAME_MATCH = RuleText.of(
                    "PAY-NAME-MATCH",
                    1,
                    RuleKind.BLOCK,
                    "The company's name is the same on CMAS, order and invoice",
                    "An invoice whose company name differs from the one on the CMAS or on the order is not to be approved; the contractor has its"
                            + " legal name changed on the CMAS first.",
                    guide(6, 15, "Contractor Name/ Ownership Change"))
            .read(
                    "Capitals and spaces do not matter. Where only punctuation differs, as in Inc and Inc. or a comma, a person says that it is"
                            + " the same company. The name on the CMAS is that of the invoice date; a trade name counts only if it stands there.");

    private PaymentText() {}
}
