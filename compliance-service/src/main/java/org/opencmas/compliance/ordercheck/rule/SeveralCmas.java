package org.opencmas.compliance.ordercheck.rule;

import java.util.Optional;

/** Applicability of the guidelines for "Multiple Contracts - One Purchase Order Form" (Guide s3 p10). */
final class SeveralCmas {
    private SeveralCmas() {}

    static Optional<String> whyNot(OrderFacts facts) {
        return facts.order().onSeveralCmas() ? Optional.empty() : Optional.of("The order is on one CMAS.");
    }
}
