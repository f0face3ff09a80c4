package org.opencmas.compliance.exemption;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.DecideExemption.NewExemptionDecision;
import org.opencmas.compliance.exemption.Determination.ExemptionOutcome;
import org.opencmas.compliance.exemption.Determinations.Filter;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Roles;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;

@Path("/v1/exemption-determinations")
@Tag(
        name = "Exemption determinations",
        description =
                "Whether a State department's procurement of information technology needs an exemption from a mandatory"
                        + " agreement, by the Technology Letter. Nothing is approved automatically.")
@Produces(MediaType.APPLICATION_JSON)
class DeterminationResource {
    private final DetermineExemption determineExemption;
    private final DecideExemption decideExemption;
    private final Determinations determinations;
    private final ExemptionAccess access;
    private final DataSource dataSource;

    DeterminationResource(
            DetermineExemption determineExemption,
            DecideExemption decideExemption,
            Determinations determinations,
            ExemptionAccess access,
            DataSource dataSource) {
        this.determineExemption = determineExemption;
        this.decideExemption = decideExemption;
        this.determinations = determinations;
        this.access = access;
        this.dataSource = dataSource;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER, Roles.EXEMPTION_REVIEWER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "determineExemption",
            summary = "Determine whether a procurement needs an exemption",
            description =
                    "Keeps the question with all its facts and answers by the Technology Letter. An agency asks for itself; a reviewer"
                            + " names the agency. What is missing never leads to an exemption: it is named and referred. The answer holds"
                            + " for this purchase and its day only.")
    @APIResponseSchema(
            value = DeterminationView.class,
            responseCode = "201",
            responseDescription = "Determined and kept")
    public Response determine(@NotNull @Valid NewDetermination body) throws SQLException {
        ExemptionRecord made = determineExemption.determine(body);
        return Response.created(URI.create("/v1/exemption-determinations/" + made.determinationId()))
                .header(HttpHeaders.ETAG, ETags.of(made.version()))
                .entity(DeterminationView.of(made))
                .build();
    }

    @GET
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.EXEMPTION_REVIEWER,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listExemptionDeterminations",
            summary = "The determinations, the newest first",
            description = "An agency sees its own; reviewers, DGS and auditors see all.")
    public Page<DeterminationView> list(
            @Parameter(
                            description = "Only with this outcome",
                            schema = @Schema(implementation = ExemptionOutcome.class))
                    @QueryParam("outcome")
                    @Nullable
                    String outcome,
            @Parameter(
                            description = "First day of procurement, inclusive",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description = "Last day of procurement, inclusive",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(description = "Determinations on a page, 1 to 200; 50 when absent")
                    @QueryParam("limit")
                    @Nullable
                    Integer limit,
            @Parameter(description = "From the next link of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri)
            throws SQLException {
        int size = Page.limit(limit);
        Filter filter = filter(outcome, from, to, cursor);
        List<DeterminationView> found = access.reading(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return determinations.list(connection, filter, size + 1).stream()
                        .map(DeterminationView::of)
                        .toList();
            }
        });
        return Page.of(found, size, last -> Cursor.of(last.determinationId().toString()), uri);
    }

    private Filter filter(
            @Nullable String outcome, @Nullable String from, @Nullable String to, @Nullable String cursor) {
        var fields = new FieldReader();
        UUID before = Cursor.parse(cursor, 1)
                .map(keys -> fields.id("cursor", keys.keys().getFirst()))
                .orElse(null);
        LocalDate first = fields.optionalDate("from", from);
        LocalDate last = fields.optionalDate("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            fields.fault("to", "is before the first day, " + first);
        }
        var filter = new Filter(
                access.onlyAgency(),
                outcome == null ? null : fields.choice("outcome", outcome, ExemptionOutcome.NOT_APPLICABLE),
                first,
                last,
                before);
        fields.requireNoFaults();
        return filter;
    }

    @GET
    @Path("/{determinationId}")
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.EXEMPTION_REVIEWER,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getExemptionDetermination",
            summary = "One determination",
            description = "An agency sees its own; reviewers, DGS and auditors see all.")
    @APIResponseSchema(value = DeterminationView.class, responseCode = "200", responseDescription = "The determination")
    public Response get(UUID determinationId) throws SQLException {
        UUID only = access.onlyAgency();
        return answer(access.reading(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return determinations
                        .find(connection, determinationId)
                        .filter(made -> only == null || only.equals(made.agencyId()))
                        .orElseThrow(() -> new NotFound("exemption determination", determinationId));
            }
        }));
    }

    @POST
    @Path("/{determinationId}/decision")
    @Idempotent
    @RolesAllowed(Roles.EXEMPTION_REVIEWER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideExemption",
            summary = "Decide on an exemption",
            description =
                    "Only where the outcome is EXEMPTION_REQUIRED, once, and by a person who neither asked nor searched nor"
                            + " attested (409 otherwise).")
    @APIResponseSchema(value = DeterminationView.class, responseCode = "200", responseDescription = "Decided")
    public Response decide(
            UUID determinationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewExemptionDecision body)
            throws SQLException {
        return answer(decideExemption.decide(determinationId, ifMatch, body));
    }

    private static Response answer(ExemptionRecord made) {
        return Response.ok(DeterminationView.of(made))
                .header(HttpHeaders.ETAG, ETags.of(made.version()))
                .build();
    }
}
