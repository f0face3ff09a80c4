package org.opencmas.compliance.rule.nsp;

import java.util.Optional;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** Applicability of the rules on Not Specifically Priced items (Guide s10). */
public final class NspLines {
    private NspLines() {}

    public static Optional<String> whyNot(OrderFacts facts) {
        return facts.order().nspLines().isEmpty() ? Optional.of("The order has no NSP line.") : Optional.empty();
    }
}
