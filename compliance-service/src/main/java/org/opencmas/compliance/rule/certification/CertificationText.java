package org.opencmas.compliance.rule.certification;

import static org.opencmas.compliance.rule.Citation.guide;

import org.opencmas.compliance.rule.ParameterName;
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

    public static final RuleText CERT_VERIFY_BEFORE_PO = RuleText.of(
                    "CERT-VERIFY-BEFORE-PO",
                    2,
                    RuleKind.BLOCK,
                    "The contractor's certificate is verified before the order is issued",
                    "The agency verifies the contractor's small business or disabled veteran business status with OSDS, (916) 375-4940, or"
                            + " in Cal eProcure, on the day of the order at the latest.",
                    guide(4, 11, "Small/Disabled Veteran Business Certification and Status Verification"))
            .read(
                    "Asked where a CMAS cited lists a certificate or the order counts the contractor as certified; otherwise none is claimed."
                            + " Of a CMAS that is not known here it is not known."
                            + " How old a verification may be is not said: after the set number of days it is a warning. Asked of the original"
                            + " order. A verification told elsewhere is attested to.")
            .using(ParameterName.CERT_VERIFICATION_DAYS);

    private CertificationText() {}
}
