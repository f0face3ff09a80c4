package org.opencmas.compliance.rule.lease;

import java.util.List;
import org.opencmas.compliance.rule.Rule;

/** The rules on ending a lease early, in the order in which findings are shown. */
public final class LeaseCancellationRules {
    public static final List<Rule<LeaseCancellationFacts>> ALL =
            List.of(new CancelledForFunds(), new CancelledForConvenience());

    private LeaseCancellationRules() {}
}
