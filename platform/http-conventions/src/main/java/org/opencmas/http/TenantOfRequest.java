package org.opencmas.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.opencmas.problem.Forbidden;
import org.opencmas.tenant.RequestTenant;
import org.opencmas.tenant.Tenant;

/**
 * Notes for whom a request works before its operation begins, so that the database shows it only rows of that tenant. An operation
 * that anybody may call is for nobody: it reads what is public, and its caller is not even looked at.
 */
class TenantOfRequest {
    private final Caller caller;
    private final RequestTenant request;

    TenantOfRequest(Caller caller, RequestTenant request) {
        this.caller = caller;
        this.request = request;
    }

    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION + 100)
    void note(ResourceInfo operation) {
        if (asksForRoles(operation.getResourceMethod())) {
            request.is(tenant());
        }
    }

    private static boolean asksForRoles(Method operation) {
        return operation.isAnnotationPresent(RolesAllowed.class)
                || operation.getDeclaringClass().isAnnotationPresent(RolesAllowed.class);
    }

    private Tenant tenant() {
        if (caller.seesAll()) {
            return Tenant.ALL;
        }
        boolean forAgency = caller.has(Roles.AGENCY_BUYER) || caller.has(Roles.AGENCY_APPROVER);
        return Tenant.of(
                forAgency ? readable(caller::agencyId) : Optional.empty(),
                caller.has(Roles.CONTRACTOR) ? readable(caller::contractorId) : Optional.empty());
    }

    /** Who may not read a claim, and why, is said where it is needed. */
    private static Optional<UUID> readable(Supplier<Optional<UUID>> claim) {
        try {
            return claim.get();
        } catch (Forbidden unreadable) {
            return Optional.empty();
        }
    }
}
