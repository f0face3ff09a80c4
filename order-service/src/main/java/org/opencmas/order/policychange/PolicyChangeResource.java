package org.opencmas.order.policychange;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
import org.opencmas.order.agency.AgencyView;
import org.opencmas.order.agency.NewAgency.NewPolicy;
import org.opencmas.order.agency.NewAgencyReading;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Roles;

/** An agency's own policy: setting it, for today or a later day, and the second person where it loosens a control. */
@Path("/v1/agencies/{agencyId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agency policies", description = "What an agency sets for itself, and who confirms what loosens it.")
class PolicyChangeResource {
    private final SetPolicy policies;
    private final NewAgencyReading reading;
    private final Caller caller;

    PolicyChangeResource(SetPolicy policies, NewAgencyReading reading, Caller caller) {
        this.policies = policies;
        this.reading = reading;
        this.caller = caller;
    }

    @PUT
    @Path("/policy")
    @RolesAllowed({Roles.AGENCY_APPROVER, Roles.DGS_ANALYST})
    @Operation(operationId = "setAgencyPolicy", summary = "Set an agency's own limits")
    @APIResponseSchema(value = AgencyView.class, responseCode = "200", responseDescription = "Adopted.")
    @APIResponse(
            responseCode = "202",
            description =
                    "Kept for its day, or for the confirmation of another person since it loosens a control; the Location tells.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyChange.class)))
    public Response set(
            UUID agencyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewPolicy body) {
        requireOwn(agencyId);
        SetPolicy.Set set = policies.set(
                agencyId,
                reading.policy(body, caller.name()),
                reading.effectiveOn(body),
                ifMatch,
                Requester.of(caller));
        PolicyChange change = set.change();
        return change == null
                ? ETags.ok(set.agency(), set.agency().version())
                : Response.accepted(change)
                        .location(URI.create("/v1/agencies/" + agencyId + "/policy-changes"))
                        .header(HttpHeaders.ETAG, ETags.of(set.agency().version()))
                        .build();
    }

    @GET
    @Path("/policy-changes")
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listAgencyPolicyChanges",
            summary = "List the policies that were set for a later day or await a second person, newest first")
    public Page<PolicyChange> list(UUID agencyId, @BeanParam Paging paging) {
        if (!caller.seesAll()) {
            requireOwn(agencyId);
        }
        int count = paging.count();
        var fields = new FieldReader();
        UUID before = paging.after(1)
                .map(cursor -> fields.id("cursor", cursor.keys().getFirst()))
                .orElse(null);
        fields.requireNoFaults();
        List<PolicyChange> found = policies.of(agencyId, before, count);
        return paging.page(found, change -> Cursor.of(change.changeId().toString()));
    }

    @POST
    @Path("/policy-changes/{changeId}/confirmation")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_APPROVER, Roles.DGS_ANALYST})
    @Operation(
            operationId = "confirmAgencyPolicyChange",
            summary = "Confirm a policy that loosens a control, as another person")
    @APIResponseSchema(
            value = PolicyChange.class,
            responseCode = "200",
            responseDescription = "Confirmed, and adopted where its day has come.")
    public Response confirm(UUID agencyId, UUID changeId) {
        requireOwn(agencyId);
        return answer(policies.confirm(agencyId, changeId, Requester.of(caller)));
    }

    @POST
    @Path("/policy-changes/{changeId}/withdrawal")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_APPROVER, Roles.DGS_ANALYST})
    @Operation(operationId = "withdrawAgencyPolicyChange", summary = "Give up a policy that does not hold yet")
    @APIResponseSchema(value = PolicyChange.class, responseCode = "200", responseDescription = "Withdrawn.")
    public Response withdraw(UUID agencyId, UUID changeId) {
        requireOwn(agencyId);
        return answer(policies.withdraw(agencyId, changeId, Requester.of(caller)));
    }

    private void requireOwn(UUID agencyId) {
        boolean ownAgency = caller.agencyId().filter(agencyId::equals).isPresent();
        if (!ownAgency && !caller.has(Roles.DGS_ANALYST)) {
            throw new NotFound("agency", agencyId);
        }
    }

    private static Response answer(PolicyChange change) {
        return ETags.ok(change, change.version());
    }
}
