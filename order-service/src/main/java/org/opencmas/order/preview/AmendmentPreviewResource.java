package org.opencmas.order.preview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.ETags;
import org.opencmas.http.Prefer;
import org.opencmas.order.purchaseorder.intake.NewAmendment;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.terms.Roles;

/** What an amendment would do. Stores nothing, so it takes no key. */
@Path("/v1/orders/{orderId}/amendment-previews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Amendment previews", description = "What an amendment would do, and a token that binds it to that.")
class AmendmentPreviewResource {
    private final PreviewAmendment preview;
    private final Caller caller;

    AmendmentPreviewResource(PreviewAmendment preview, Caller caller) {
        this.preview = preview;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "previewAmendment", summary = "Preview an amendment")
    @APIResponseSchema(
            value = AmendmentPreview.class,
            responseCode = "200",
            responseDescription = "What it would do; the ETag is the order's, for the amendment's If-Match.")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "422")
    public Response preview(
            UUID orderId, @HeaderParam("Prefer") @Nullable String prefer, @NotNull @Valid NewAmendment body) {
        PreviewAmendment.Previewed previewed = preview.of(
                orderId, body, Visibility.ofAgency(caller), Requester.of(caller), Prefer.waitSeconds(prefer));
        return ETags.ok(previewed.preview(), previewed.etag());
    }
}
