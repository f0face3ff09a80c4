package org.opencmas.order.agency;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.journal.Actor;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.Roles;

/** Agencies: registering, changing, finding. */
@Path("/v1/agencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agencies", description = "The public bodies that order.")
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.CONTRACTOR,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.EXEMPTION_REVIEWER,
    Roles.AUDITOR
})
class AgencyResource {
    private final RegisterAgency register;
    private final Agencies agencies;
    private final AdoptedPolicies policies;
    private final NewAgencyReading reading;
    private final Caller caller;

    AgencyResource(
            RegisterAgency register,
            Agencies agencies,
            AdoptedPolicies policies,
            NewAgencyReading reading,
            Caller caller) {
        this.register = register;
        this.agencies = agencies;
        this.policies = policies;
        this.reading = reading;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(operationId = "registerAgency", summary = "Register an agency")
    @APIResponseSchema(value = AgencyView.class, responseCode = "201", responseDescription = "Registered.")
    public Response register(@NotNull @Valid NewAgency body) {
        UUID agencyId = body.agencyId() == null ? TimeOrderedId.next() : body.agencyId();
        Agency agency = register.register(agencyId, reading.newcomer(body, caller.name()), actor());
        return ETags.created("/v1/agencies/" + agencyId, AgencyView.of(agency), agency.version());
    }

    @GET
    @Operation(operationId = "listAgencies", summary = "Find agencies by name")
    public Page<AgencyView> list(
            @QueryParam("name") @Nullable String name,
            @QueryParam("type") @Nullable AgencyType type,
            @BeanParam Paging paging) {
        int count = paging.count();
        Optional<Agencies.After> after = paging.after(2).map(Agencies.After::of);
        List<AgencyView> found = agencies.search(name, type, after, count).stream()
                .map(AgencyView::of)
                .toList();
        return paging.page(
                found,
                agency -> Cursor.of(
                        agency.name().toLowerCase(Locale.ROOT),
                        agency.agencyId().toString()));
    }

    @GET
    @Path("/{agencyId}")
    @Operation(operationId = "getAgency", summary = "Read an agency")
    @APIResponseSchema(
            value = AgencyView.class,
            responseCode = "200",
            responseDescription = "The agency; its ETag is what a change needs in If-Match.")
    public Response read(UUID agencyId) {
        return answer(agencies.findByIdOptional(agencyId).orElseThrow(() -> new NotFound("agency", agencyId)));
    }

    @PUT
    @Path("/{agencyId}")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(operationId = "changeAgency", summary = "Change an agency")
    @APIResponseSchema(value = AgencyView.class, responseCode = "200", responseDescription = "Changed.")
    @APIResponse(responseCode = "422")
    public Response change(
            UUID agencyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewAgency body) {
        return answer(register.change(agencyId, reading.description(body, caller.name()), ifMatch, actor()));
    }

    @GET
    @Path("/{agencyId}/policies")
    @Operation(operationId = "listAgencyPolicies", summary = "List the policies that an agency adopted, newest first")
    public Page<AdoptedPolicyView> policies(UUID agencyId, @BeanParam Paging paging) {
        int count = paging.count();
        Long before = paging.after(1).map(AdoptedPolicyView::version).orElse(null);
        if (agencies.findByIdOptional(agencyId).isEmpty()) {
            throw new NotFound("agency", agencyId);
        }
        List<AdoptedPolicyView> found = policies.of(agencyId, before, count).stream()
                .map(AdoptedPolicyView::of)
                .toList();
        return paging.page(found, policy -> Cursor.of(Long.toString(policy.version())));
    }

    private Actor actor() {
        return new Actor(caller.subject(), caller.agencyId().map(UUID::toString).orElse(null), caller.requestId());
    }

    private static Response answer(Agency agency) {
        return ETags.ok(AgencyView.of(agency), agency.version());
    }
}
