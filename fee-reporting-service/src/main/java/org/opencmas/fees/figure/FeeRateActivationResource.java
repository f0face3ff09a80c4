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

@Path("/v1/fee-rates/{figureId}/activation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates")
class FeeRateActivationResource {
    private final ActivateFigure activate;

    FeeRateActivationResource(ActivateFigure activate) {
        this.activate = activate;
    }

    record RateActivationView(
            UUID figureId,

            @Schema(
                    examples = "/v1/fee-repostings/01930f5a-6c00-7000-8000-000000000201",
                    description = "Where to see how far the orders that bear the rate are posted again.")
            String reposting) {}

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
            operationId = "activateFeeRate",
            summary = "Makes a proposed rate count",
            description =
                    "By another person than proposed it; 409 otherwise, or when it counts already. The orders that bear it are"
                            + " posted again by differences, in the open quarters, after the answer.")
    @APIResponse(
            responseCode = "200",
            description = "It counts",
            content = @Content(schema = @Schema(implementation = RateActivationView.class)))
    public Response activateFeeRate(@PathParam("figureId") UUID figureId) throws SQLException {
        return Response.ok(new RateActivationView(figureId, "/v1/fee-repostings/" + activate.feeRate(figureId)))
                .build();
    }
}
