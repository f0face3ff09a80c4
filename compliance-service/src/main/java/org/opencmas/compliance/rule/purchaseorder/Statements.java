package org.opencmas.compliance.rule.purchaseorder;

import org.jspecify.annotations.Nullable;

/**
 * What the agency tells of an order beside its lines. What it does not tell is not known.
 *
 * @param certificationVerification its check of the contractor's certificate; null when none is told
 * @param delivery when the order is to be fulfilled; null when that is not told
 * @param procurement how it came to the order; null when that is not told
 */
public record Statements(
        @Nullable CertificationVerification certificationVerification,
        @Nullable Delivery delivery,
        @Nullable Procurement procurement) {
    public static final Statements NONE = new Statements(null, null, null);
}
