package org.opencmas.tenant;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose rows the database shows and takes, as the text of the setting {@code cmas.tenant} that the policies read.
 *
 * @param setting {@code all}; or the agency's id, a slash and the contractor's id, each absent for none; or nothing, which shows no
 *     tenant's row
 */
public record Tenant(String setting) {
    /** Every row: DGS, reviewers and auditors, and what the service does by itself. */
    public static final Tenant ALL = new Tenant("all");

    /** No tenant's row: whoever does not say for whom it works. */
    public static final Tenant NONE = new Tenant("");

    private static final ScopedValue<Tenant> HERE = ScopedValue.newInstance();

    /** A caller that is known and acts for that agency, that contractor, both or neither of them. */
    public static Tenant of(Optional<UUID> agency, Optional<UUID> contractor) {
        return new Tenant(agency.map(UUID::toString).orElse("")
                + '/'
                + contractor.map(UUID::toString).orElse(""));
    }

    /** Whether it is that agency's, or everybody's: for work whose rows the database takes from several tenants at once. */
    public boolean isOfAgency(UUID agencyId) {
        return equals(ALL) || setting.startsWith(agencyId.toString() + '/');
    }

    /**
     * Does work that belongs to no caller: handling events, jobs, work of several agencies in one transaction, and reading whatever a
     * result depends on besides who asks for it. Whether the caller may have the result is decided by whoever calls this.
     */
    public static <T, X extends Throwable> T seeingAll(ScopedValue.CallableOp<T, X> work) throws X {
        return ALL.during(work);
    }

    /** Does the work for this tenant, on this thread. */
    public <T, X extends Throwable> T during(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(HERE, this).call(work);
    }

    /** The one of the work being done here; else that of the request being handled; else {@link #NONE}. */
    public static Tenant current() {
        if (HERE.isBound()) {
            return HERE.get();
        }
        ArcContainer container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return NONE;
        }
        RequestTenant request = container.instance(RequestTenant.class).get();
        return request == null ? NONE : request.tenant();
    }
}
