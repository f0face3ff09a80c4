package org.opencmas.order.agency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The policies that agencies adopted. */
@ApplicationScoped
class AdoptedPolicies implements PanacheRepositoryBase<AdoptedPolicy, AdoptedPolicy.Key> {
    /**
     * Those of an agency, the newest first.
     *
     * @param before only those adopted before this version of the agency; null for all
     */
    List<AdoptedPolicy> of(UUID agencyId, @Nullable Long before, int limit) {
        return find(
                        "key.agencyId = ?1 and key.version < ?2 order by key.version desc",
                        agencyId,
                        before == null ? Long.MAX_VALUE : before)
                .page(Page.ofSize(limit))
                .list();
    }
}
