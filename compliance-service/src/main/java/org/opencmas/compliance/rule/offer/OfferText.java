package org.opencmas.compliance.rule.offer;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on a request for offer say of themselves: one row each. */
public final class OfferText {
    public static final RuleText SOL_TERM_RFO = RuleText.of(
                    "SOL-TERM-RFO",
                    2,
                    RuleKind.WARNING,
                    "The document is called a request for offer and speaks of no bid",
                    "A CMAS transaction is not a bid, so words of bidding do not belong: bid, small business preference, protest, intent to"
                            + " award, evaluation criteria, advertising. The document is called a request for offer.",
                    guide(2, 7, "Request for Offer"))
            .read(
                    "Solicitation, RFP, RFQ, IFB and ITB are names of bidding documents. Best value criteria is the right word for evaluation criteria. What stands in quotation marks is somebody else's word and is"
                            + " not asked about. A word found is a warning: whether it is meant as in a bid is for the writer to see."
                            + " A word is found however its letters are spelled: those of other alphabets that look the same count as the same.")
            .mayBeOverridden();

    public static final RuleText PRO_NO_PROTEST = RuleText.of(
                    "PRO-NO-PROTEST",
                    2,
                    RuleKind.WARNING,
                    "No request for offer promises a protest",
                    "California code does not provide for formal protest of CMAS transactions; the ordering agency handles informal"
                            + " complaints.",
                    guide(2, 8, "Protests"))
            .read("Words of protest in a request are a warning. What stands in quotation marks is not asked about.");

    private OfferText() {}
}
