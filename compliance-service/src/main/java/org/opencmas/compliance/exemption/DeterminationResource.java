package org.opencmas.compliance.exemption;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.DecideExemption.NewExemptionDecision;
import org.opencmas.compliance.exemption.Determinations.Filter;
import org.opencmas.compliance.exemption.WithdrawAttestation.NewWithdrawal;
import org.opencmas.compliance.exemption.tree.Determination.ExemptionOutcome;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.Roles;

@Path("/v1/exemption-determinations")
@Tag(
        name = "Exemption determinations",
        description =
                "Whether a State department's procurement of information technology needs an exemption from a mandatory"
                        + " agreement, by the Technology Letter. Nothing is approved automatically.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.EXEMPTION_REVIEWER,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class DeterminationResource {
    private final DetermineExemption determineExemption;
    private final DecideExemption decideExemption;
    private final WithdrawAttestation withdrawAttestation;
    private final ExemptionPapers papers;
    private final Determinations determinations;
    private final ExemptionAccess access;
    private final DataSource dataSource;

    DeterminationResource(
            DetermineExemption determineExemption,
            DecideExemption decideExemption,
            WithdrawAttestation withdrawAttestation,
            ExemptionPapers papers,
            Determinations determinations,
            ExemptionAccess access,
            DataSource dataSource) {
        this.determineExemption = determineExemption;
        this.decideExemption = decideExemption;
        this.withdrawAttestation = withdrawAttestation;
        this.papers = papers;
        this.determinations = determinations;
        this.access = access;
        this.dataSource = dataSource;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER, Roles.EXEMPTION_REVIEWER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "determineExemption", summary = "Determine whether a procurement needs an exemption")
    @APIResponseSchema(
            value = DeterminationView.class,
            responseCode = "201",
            responseDescription = "Determined and kept")
    public Response determine(@NotNull @Valid NewDetermination body) throws SQLException {
        ExemptionRecord made = determineExemption.determine(body);
        return ETags.created(
                "/v1/exemption-determinations/" + made.determinationId(), DeterminationView.of(made), made.version());
    }

    /** Checks what the list is narrowed to. */
    static final class FilterCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            fields.choice("outcome", sent.query("outcome"), ExemptionOutcome.NOT_APPLICABLE);
            fields.optionalDays("from", sent.query("from"), "to", sent.query("to"));
        }
    }

    @GET
    @CheckedBy(FilterCheck.class)
    @Operation(operationId = "listExemptionDeterminations", summary = "The determinations, the newest first")
    public Page<DeterminationView> list(
            @Parameter(schema = @Schema(implementation = ExemptionOutcome.class)) @QueryParam("outcome") @Nullable
                    String outcome,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("from") @Nullable
                    String from,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @QueryParam("to") @Nullable
                    String to,
            @BeanParam Paging paging)
            throws SQLException {
        int count = paging.count();
        Filter filter = filter(outcome, from, to, paging.after(1));
        List<DeterminationView> found = access.reading(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return determinations.list(connection, filter, count).stream()
                        .map(DeterminationView::of)
                        .toList();
            }
        });
        return paging.page(found, last -> Cursor.of(last.determinationId().toString()));
    }

    private Filter filter(
            @Nullable String outcome, @Nullable String from, @Nullable String to, Optional<Cursor> after) {
        var fields = new FieldReader();
        UUID before =
                after.map(keys -> fields.id("cursor", keys.keys().getFirst())).orElse(null);
        FieldReader.Days days = fields.optionalDays("from", from, "to", to);
        var filter = new Filter(
                access.onlyAgency(),
                outcome == null ? null : fields.choice("outcome", outcome, ExemptionOutcome.NOT_APPLICABLE),
                days.first(),
                days.last(),
                before);
        fields.requireNoFaults();
        return filter;
    }

    @GET
    @Path("/{determinationId}")
    @Operation(operationId = "getExemptionDetermination", summary = "One determination")
    @APIResponseSchema(value = DeterminationView.class, responseCode = "200", responseDescription = "The determination")
    public Response get(UUID determinationId) throws SQLException {
        UUID only = access.onlyAgency();
        return answer(access.reading(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return found(connection, determinationId, only);
            }
        }));
    }

    @POST
    @Path("/{determinationId}/decision")
    @Idempotent
    @RolesAllowed(Roles.EXEMPTION_REVIEWER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "decideExemption", summary = "Decide on an exemption")
    @APIResponseSchema(value = DeterminationView.class, responseCode = "200", responseDescription = "Decided")
    public Response decide(
            UUID determinationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewExemptionDecision body)
            throws SQLException {
        return answer(decideExemption.decide(determinationId, ifMatch, body));
    }

    @POST
    @Path("/{determinationId}/withdrawals")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER, Roles.EXEMPTION_REVIEWER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "withdrawExemptionAttestation",
            summary = "Withdraw an attestation",
            description =
                    "What was determined and decided stays as it was, and is marked. A point that nobody attested, or that was withdrawn"
                            + " already, is refused (409).")
    @APIResponseSchema(value = DeterminationView.class, responseCode = "200", responseDescription = "Withdrawn")
    public Response withdraw(
            UUID determinationId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewWithdrawal body)
            throws SQLException {
        return answer(withdrawAttestation.withdraw(determinationId, ifMatch, body));
    }

    @GET
    @Path("/{determinationId}/paper")
    @Produces("application/pdf")
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.EXEMPTION_REVIEWER,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Operation(operationId = "getExemptionPaper", summary = "The dated paper of a determination (PDF)")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response paper(UUID determinationId) throws SQLException {
        UUID only = access.onlyAgency();
        byte[] printed = access.reading(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return papers.print(connection, found(connection, determinationId, only));
            }
        });
        return Response.ok(printed)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"exemption-" + determinationId + ".pdf\"")
                .build();
    }

    private ExemptionRecord found(Connection connection, UUID determinationId, @Nullable UUID only)
            throws SQLException {
        return determinations
                .find(connection, determinationId)
                .filter(made -> only == null || only.equals(made.agencyId()))
                .orElseThrow(() -> new NotFound("exemption determination", determinationId));
    }

    private static Response answer(ExemptionRecord made) {
        return ETags.ok(DeterminationView.of(made), made.version());
    }
}
