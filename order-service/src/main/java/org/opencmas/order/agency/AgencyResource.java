package org.opencmas.order.agency;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Roles;
import org.opencmas.http.idempotency.IdempotencyKey;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.journal.Actor;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.AgencyType;

/** Agencies: registering, changing, finding. */
@Path("/v1/agencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agencies", description = "The public bodies that order.")
class AgencyResource {
    private final RegisterAgency register;
    private final Agencies agencies;
    private final NewAgencyReading reading;
    private final Caller caller;

    AgencyResource(RegisterAgency register, Agencies agencies, NewAgencyReading reading, Caller caller) {
        this.register = register;
        this.agencies = agencies;
        this.reading = reading;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 200 printable ASCII characters of the client's own choice, one per new request.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(
            operationId = "registerAgency",
            summary = "Register an agency",
            description =
                    "A body is registered by its type (Guide s1 p5); OTHER_LOCAL_BODY needs the analyst's decision with"
                            + " a reason, and a private body is refused. Scope: dgs-analyst.")
    @APIResponse(
            responseCode = "201",
            description = "Registered.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgencyView.class)))
    public Response register(@NotNull @Valid NewAgency body) {
        UUID agencyId = body.agencyId() == null ? TimeOrderedId.next() : body.agencyId();
        Agency agency = register.register(agencyId, reading.newcomer(body, caller.name()), actor());
        return Response.created(URI.create("/v1/agencies/" + agencyId))
                .header(HttpHeaders.ETAG, ETags.of(agency.version()))
                .entity(AgencyView.of(agency))
                .build();
    }

    @GET
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
    @Operation(
            operationId = "listAgencies",
            summary = "Find agencies by name",
            description = "Ordered by name. Scope: any role.")
    public Page<AgencyView> list(
            @QueryParam("name") @Nullable String name,
            @QueryParam("type") @Nullable AgencyType type,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        Optional<Agencies.After> after = Cursor.parse(cursor, 2).map(Agencies.After::of);
        List<AgencyView> found = agencies.search(name, type, after, size + 1).stream()
                .map(AgencyView::of)
                .toList();
        return Page.of(
                found,
                size,
                agency -> Cursor.of(
                        agency.name().toLowerCase(Locale.ROOT),
                        agency.agencyId().toString()),
                uri);
    }

    @GET
    @Path("/{agencyId}")
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
    @Operation(operationId = "readAgency", summary = "Read an agency", description = "Scope: any role.")
    @APIResponse(
            responseCode = "200",
            description = "The agency; its ETag is what a change needs in If-Match.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgencyView.class)))
    public Response read(UUID agencyId) {
        return answer(agencies.findByIdOptional(agencyId).orElseThrow(() -> new NotFound("agency", agencyId)));
    }

    @PUT
    @Path("/{agencyId}")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(
            operationId = "changeAgency",
            summary = "Change an agency",
            description = "Takes the full new state. Scope: dgs-analyst.")
    @APIResponse(
            responseCode = "200",
            description = "Changed.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgencyView.class)))
    public Response change(
            UUID agencyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewAgency body) {
        return answer(register.change(agencyId, reading.description(body, caller.name()), ifMatch, actor()));
    }

    @PUT
    @Path("/{agencyId}/policy")
    @RolesAllowed({Roles.AGENCY_APPROVER, Roles.DGS_ANALYST})
    @Operation(
            operationId = "setAgencyPolicy",
            summary = "Set an agency's own limits",
            description = "The State's order limit does not bind a local agency; it sets its own (Guide s3 p9). Scope:"
                    + " agency-approver of the agency, or dgs-analyst.")
    @APIResponse(
            responseCode = "200",
            description = "Adopted.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgencyView.class)))
    public Response adopt(
            UUID agencyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewAgency.NewPolicy body) {
        boolean ownAgency = caller.agencyId().filter(agencyId::equals).isPresent();
        if (!ownAgency && !caller.has(Roles.DGS_ANALYST)) {
            throw new NotFound("agency", agencyId);
        }
        return answer(register.adopt(agencyId, reading.policy(body), ifMatch, actor()));
    }

    private Actor actor() {
        return new Actor(caller.subject(), caller.agencyId().map(UUID::toString).orElse(null), caller.requestId());
    }

    private static Response answer(Agency agency) {
        return Response.ok(AgencyView.of(agency))
                .header(HttpHeaders.ETAG, ETags.of(agency.version()))
                .build();
    }
}
