package org.opencmas.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.opencmas.problem.Forbidden;
import org.opencmas.tenant.RequestTenant;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.Roles;

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
            request.is(tenant(operation.getResourceMethod()));
        }
    }

    private static boolean asksForRoles(Method operation) {
        return operation.isAnnotationPresent(RolesAllowed.class)
                || operation.getDeclaringClass().isAnnotationPresent(RolesAllowed.class);
    }

    private Tenant tenant(Method operation) {
        if (caller.seesAll() || isReviewerOf(operation)) {
            return Tenant.ALL;
        }
        boolean forAgency = caller.has(Roles.AGENCY_BUYER) || caller.has(Roles.AGENCY_APPROVER);
        return Tenant.of(
                forAgency ? readable(caller::agencyId) : Optional.empty(),
                caller.has(Roles.CONTRACTOR) ? readable(caller::contractorId) : Optional.empty());
    }

    /** Reviewers of exemptions see all rows where an operation is theirs by name, and no others by that role. */
    private boolean isReviewerOf(Method operation) {
        RolesAllowed allowed = operation.isAnnotationPresent(RolesAllowed.class)
                ? operation.getAnnotation(RolesAllowed.class)
                : operation.getDeclaringClass().getAnnotation(RolesAllowed.class);
        return caller.has(Roles.EXEMPTION_REVIEWER)
                && allowed != null
                && List.of(allowed.value()).contains(Roles.EXEMPTION_REVIEWER);
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
