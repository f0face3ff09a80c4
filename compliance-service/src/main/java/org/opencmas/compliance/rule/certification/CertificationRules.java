package org.opencmas.compliance.rule.certification;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on certificates, in the order in which findings are shown. */
public final class CertificationRules {
    public static final List<Rule<OrderFacts>> ALL = List.of(new CertificateCurrent(), new VerifiedBeforeOrder());

    private CertificationRules() {}
}
