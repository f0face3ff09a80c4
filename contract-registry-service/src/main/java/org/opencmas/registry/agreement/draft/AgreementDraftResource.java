package org.opencmas.registry.agreement.draft;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.registry.agreement.NewAgreement;
import org.opencmas.registry.agreement.PreviewView;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.terms.Roles;

/** Drafts of agreements and supplements over HTTP. The Department alone sees them. */
@Path("/v1/agreement-drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreement drafts")
class AgreementDraftResource {
    private final AgreementDrafts drafts;
    private final DraftAgreement draftAgreement;
    private final DecideDraft decide;

    AgreementDraftResource(AgreementDrafts drafts, DraftAgreement draftAgreement, DecideDraft decide) {
        this.drafts = drafts;
        this.draftAgreement = draftAgreement;
        this.decide = decide;
    }

    /** Why a draft is given up. */
    record NewDraftWithdrawal(@NotBlank @Size(max = 1_000) String reason) {}

    static String place(UUID id) {
        return "/v1/agreement-drafts/" + id;
    }

    @POST
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Operation(operationId = "draftAgreement", summary = "Draft an agreement, which another person activates")
    @APIResponseSchema(value = AgreementDraftView.class, responseCode = "201")
    public Response draft(@NotNull @Valid NewAgreement body) {
        return created(draftAgreement.draft(body));
    }

    /** A number that is none is refused with suggestions; beside other faults it is one of them. */
    static final class NumberCheck implements ParameterCheck {
        @Override
        public void checkBeside(FieldReader fields, SentParameters sent) {
            NotACmasNumber.check(fields, "cmasNumber", sent.query("cmasNumber"));
        }
    }

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Transactional
    @CheckedBy(NumberCheck.class)
    @Operation(operationId = "listAgreementDrafts", summary = "Drafts of agreements and supplements, the latest first")
    public Page<AgreementDraftView> list(
            @QueryParam("cmasNumber") @Size(max = 100) @Nullable String cmasNumber,
            @QueryParam("state") @Nullable DraftState state,
            @BeanParam Paging paging) {
        int count = paging.count();
        List<AgreementDraftView> read = drafts
                .listed(
                        cmasNumber == null ? null : NotACmasNumber.parse("cmasNumber", cmasNumber),
                        state,
                        paging.after(1),
                        count)
                .stream()
                .map(AgreementDraft::view)
                .toList();
        return paging.page(read, view -> Cursor.of(view.draftId().toString()));
    }

    @GET
    @Path("/{draftId}")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Transactional
    @Operation(operationId = "getAgreementDraft", summary = "One draft, and what became of it")
    @APIResponseSchema(value = AgreementDraftView.class, responseCode = "200")
    public Response get(UUID draftId) {
        return answer(drafts.require(draftId));
    }

    @GET
    @Path("/{draftId}/preview")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Operation(
            operationId = "getAgreementDraftPreview",
            summary = "What the activation of a draft would make: the terms, what differs, and warnings")
    @APIResponseSchema(value = PreviewView.class, responseCode = "200")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "422")
    public PreviewView preview(UUID draftId) {
        return PreviewView.of(decide.preview(draftId));
    }

    @POST
    @Path("/{draftId}/activation")
    @RolesAllowed(Roles.DGS_APPROVER)
    @Idempotent
    @Operation(
            operationId = "activateAgreementDraft",
            summary = "Put a draft in force, as another person than drafted it")
    @APIResponseSchema(value = AgreementDraftView.class, responseCode = "200")
    public Response activate(UUID draftId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(decide.activate(draftId, ifMatch));
    }

    @POST
    @Path("/{draftId}/withdrawal")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Idempotent
    @Operation(operationId = "withdrawAgreementDraft", summary = "Give a draft up, for a reason")
    @APIResponseSchema(value = AgreementDraftView.class, responseCode = "200")
    public Response withdraw(
            UUID draftId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewDraftWithdrawal body) {
        return answer(decide.withdraw(draftId, ifMatch, body.reason()));
    }

    static Response created(AgreementDraft draft) {
        return ETags.created(place(draft.id()), draft.view(), draft.version());
    }

    private static Response answer(AgreementDraft draft) {
        return ETags.ok(draft.view(), draft.version());
    }
}
