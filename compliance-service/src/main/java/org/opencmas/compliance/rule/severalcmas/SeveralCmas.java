package org.opencmas.compliance.rule.severalcmas;

import java.util.Optional;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

/** Applicability of the guidelines for "Multiple Contracts - One Purchase Order Form" (Guide s3 p10). */
public final class SeveralCmas {
    private SeveralCmas() {}

    public static Optional<String> whyNot(OrderFacts facts) {
        return facts.order().onSeveralCmas() ? Optional.empty() : Optional.of("The order is on one CMAS.");
    }
}
