package org.opencmas.compliance.rule.purchaseorder.told;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the agency tells of an order beside its lines. What it does not tell is not known.
 *
 * @param certificationVerification its check of the contractor's certificate; null when none is told
 * @param delivery when the order is to be fulfilled; null when that is not told
 * @param procurement how it came to the order; null when that is not told
 * @param particulars of services, public works or a lease; null when nothing is said of them
 */
public record Statements(
        @Nullable CertificationVerification certificationVerification,
        @Nullable Delivery delivery,
        @Nullable Procurement procurement,
        @Nullable Particulars particulars) {
    public static final Statements NONE = new Statements(null, null, null, null);

    public Optional<Particulars.Services> services() {
        return Optional.ofNullable(particulars).map(Particulars::services);
    }

    public Optional<Particulars.PublicWorks> publicWorks() {
        return Optional.ofNullable(particulars).map(Particulars::publicWorks);
    }

    public Optional<Particulars.Lease> lease() {
        return Optional.ofNullable(particulars).map(Particulars::lease);
    }
}
