package org.opencmas.compliance.rule.purchaseorder;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the agency tells of an order beside its lines. What it does not tell is not known.
 *
 * @param particulars of services, public works or a lease; null when nothing is said of them
 */
public record Statements(@Nullable Particulars particulars) {
    public static final Statements NONE = new Statements(null);

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
