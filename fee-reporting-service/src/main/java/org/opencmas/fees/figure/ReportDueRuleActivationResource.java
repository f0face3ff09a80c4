package org.opencmas.fees.figure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.http.Roles;
import org.opencmas.http.idempotency.Idempotent;

@Path("/v1/report-due-rules/{figureId}/activation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Report obligations")
class ReportDueRuleActivationResource {
    private final ActivateFigure activate;

    ReportDueRuleActivationResource(ActivateFigure activate) {
        this.activate = activate;
    }

    record RuleActivationView(
            UUID figureId,

            @Schema(description = "How many reports that are not filed have another due date now.")
            int dueDatesChanged) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_APPROVER)
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "1 to 200 printable characters; the same request with the same key is answered as before",
            schema = @Schema(type = SchemaType.STRING))
    @Operation(
            operationId = "activateReportDueRule",
            summary = "Makes a proposed due rule count",
            description =
                    "By another person than proposed it; 409 otherwise, or when it counts already. Reports that are not filed get"
                            + " the due date that it says; what was filed keeps its own.")
    @APIResponse(
            responseCode = "200",
            description = "It counts",
            content = @Content(schema = @Schema(implementation = RuleActivationView.class)))
    public Response activateReportDueRule(@PathParam("figureId") UUID figureId) throws SQLException {
        return Response.ok(new RuleActivationView(figureId, activate.reportDueRule(figureId)))
                .build();
    }
}
