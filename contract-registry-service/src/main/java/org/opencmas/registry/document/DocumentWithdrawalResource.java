package org.opencmas.registry.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.terms.Roles;

/** Withdrawing a document over HTTP. */
@Path("/v1/agreements/{number}/documents/{documentId}/withdrawal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
class DocumentWithdrawalResource {
    private final WithdrawDocument withdraw;

    DocumentWithdrawalResource(WithdrawDocument withdraw) {
        this.withdraw = withdraw;
    }

    /** Why. */
    record NewDocumentWithdrawal(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Operation(
            operationId = "withdrawAgreementDocument",
            summary = "Take a document out of the agreement's copy for good; its hash stays on record")
    @APIResponseSchema(value = DocumentResource.DocumentView.class, responseCode = "200")
    public Response withdraw(String number, UUID documentId, @NotNull @Valid NewDocumentWithdrawal body) {
        WithdrawDocument.Withdrawn withdrawn = withdraw.withdraw(
                NotACmasNumber.parse("number", number),
                documentId,
                body.reason().strip());
        return Response.ok(DocumentResource.DocumentView.of(withdrawn.document(), withdrawn.withdrawal()))
                .build();
    }
}
