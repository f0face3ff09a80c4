package org.opencmas.compliance.rule.publicworks;

import java.util.List;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** The rules on public works on an order, in the order in which findings are shown. */
public final class PublicWorksRules {
    public static final List<Rule<OrderFacts>> ALL = List.of(
            new PublicWorksCoded(),
            new CableIsPublicWorks(),
            new PublicWorksIncidental(),
            new BondTrigger(),
            new BondAmount(),
            new LawsSeenTo(),
            new WorkersClassified(),
            new WageRatesTold(),
            new LicenseVerified(),
            new LicensesOfAll());

    private PublicWorksRules() {}
}
