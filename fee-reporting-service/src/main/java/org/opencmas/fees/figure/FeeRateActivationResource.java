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

@Path("/v1/fee-rates/{figureId}/activation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates")
class FeeRateActivationResource {
    private final ActivateFigure activate;

    FeeRateActivationResource(ActivateFigure activate) {
        this.activate = activate;
    }

    record RateActivationView(UUID figureId, String reposting) {}

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_APPROVER)
    @Operation(operationId = "activateFeeRate", summary = "Makes a proposed rate count")
    @APIResponseSchema(value = RateActivationView.class, responseCode = "200", responseDescription = "It counts")
    public Response activateFeeRate(@PathParam("figureId") UUID figureId) throws SQLException {
        return Response.ok(new RateActivationView(figureId, "/v1/fee-repostings/" + activate.feeRate(figureId)))
                .build();
    }
}
