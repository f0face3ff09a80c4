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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.terms.Roles;

@Path("/v1/report-due-rules/{figureId}/activation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Report obligations")
class ReportDueRuleActivationResource {
    private final ActivateFigure activate;

    ReportDueRuleActivationResource(ActivateFigure activate) {
        this.activate = activate;
    }

    record RuleActivationView(UUID figureId, int dueDatesChanged) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_APPROVER)
    @Operation(operationId = "activateReportDueRule", summary = "Makes a proposed due rule count")
    @APIResponseSchema(value = RuleActivationView.class, responseCode = "200", responseDescription = "It counts")
    public Response activateReportDueRule(@PathParam("figureId") UUID figureId) throws SQLException {
        return Response.ok(new RuleActivationView(figureId, activate.reportDueRule(figureId)))
                .build();
    }
}
