package org.opencmas.registry.agreement.draft;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.registry.agreement.NewSupplement;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.terms.Roles;

/** Where a supplement of an agreement is drafted; from then on it is a draft like others. */
@Path("/v1/agreements/{number}/supplement-drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreement drafts")
class SupplementDraftResource {
    private final DraftAgreement draftAgreement;

    SupplementDraftResource(DraftAgreement draftAgreement) {
        this.draftAgreement = draftAgreement;
    }

    @POST
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Operation(
            operationId = "draftSupplement",
            summary = "Draft a supplement of the agreement as it was read, which another person activates")
    @APIResponseSchema(value = AgreementDraftView.class, responseCode = "201")
    public Response draft(
            String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewSupplement body) {
        return AgreementDraftResource.created(
                draftAgreement.draft(NotACmasNumber.parse("number", number), ifMatch, body));
    }
}
