package org.opencmas.compliance.rule.certification;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;

/** What the rules on certificates say of themselves: one row each. */
public final class CertificationText {
    public static final RuleText CERT_EXPIRY = RuleText.of(
                    "CERT-EXPIRY",
                    2,
                    RuleKind.WARNING,
                    "A certificate shown on the CMAS is valid on the order date",
                    "The CMAS shows the certificate's number and when it expires; the last day is valid.",
                    guide(4, 11, "Small/Disabled Veteran Business Certification and Status Verification"))
            .read(
                    "Expired on the order date counts as not certified, for the number of offers and for the waiver of the incentive fee. A"
                            + " renewed certificate of the same type in the contractor's record counts. When one begins is known from that"
                            + " record; it is not valid before.");

    private CertificationText() {}
}
