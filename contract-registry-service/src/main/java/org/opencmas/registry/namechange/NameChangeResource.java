package org.opencmas.registry.namechange;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.http.ETags;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.value.IdentifierText;
import org.opencmas.registry.agreement.PrintedNames;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

/** Name changes of contractors over HTTP. A contractor sees and asks for its own. */
@Path("/v1/contractors/{contractorId}/name-changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Name changes")
class NameChangeResource {
    private final NameChanges cases;
    private final ChangeName change;
    private final PrintedNames agreements;
    private final Caller caller;
    private final Clock clock;

    NameChangeResource(NameChanges cases, ChangeName change, PrintedNames agreements, Caller caller, Clock clock) {
        this.cases = cases;
        this.change = change;
        this.agreements = agreements;
        this.caller = caller;
        this.clock = clock;
    }

    /** A change of name that is asked for. */
    record NewNameChange(
            @NotNull @IdentifierText @Size(max = 200) String newLegalName,
            @NotNull LocalDate legalChangeOn,
            @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Evidence> evidence)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            ChangeName.checkDay(fields, legalChangeOn, today);
        }
    }

    /** The Department's decision. */
    record NewNameChangeDecision(
            NameChange.@NotNull Decision decision,
            @NotBlank @Size(max = 1_000) String reason) {}

    /** From when on the agreements print the new name. */
    record NewNameSupplements(@NotNull LocalDate effectiveOn) {}

    /** An agreement of the contractor and the name that it prints today. */
    @Schema(name = "PrintedNameView")
    record PrintedView(String cmasNumber, int supplementNumber, String contractorName, boolean printsNewName) {}

    /** A case and what the contractor's agreements print today. */
    record NameChangeView(
            @com.fasterxml.jackson.annotation.JsonUnwrapped NameChangeState nameChange, List<PrintedView> agreements) {}

    /** Cases, the latest first. */
    record NameChangeList(List<NameChangeState> items) {}

    @POST
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST})
    @Idempotent
    @Operation(operationId = "requestNameChange", summary = "Ask for the change of a contractor's legal name")
    @APIResponseSchema(value = NameChangeView.class, responseCode = "201")
    public Response request(UUID contractorId, @NotNull @Valid NewNameChange body) {
        requireOwn(contractorId);
        NameChangeState state = change.request(
                contractorId,
                new NameChange.Request(
                        Identifier.of(body.newLegalName()).text(), body.legalChangeOn(), body.evidence()));
        return answer(
                Response.created(URI.create("/v1/contractors/" + contractorId + "/name-changes/" + state.caseId())),
                state);
    }

    @GET
    @RolesAllowed({
        Roles.CONTRACTOR,
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Transactional
    @Operation(operationId = "listNameChanges", summary = "A contractor's name changes, the latest first")
    public NameChangeList list(UUID contractorId) {
        requireOwn(contractorId);
        return new NameChangeList(
                cases.of(contractorId).stream().map(NameChange::toldState).toList());
    }

    @GET
    @Path("/{caseId}")
    @RolesAllowed({
        Roles.CONTRACTOR,
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Transactional
    @Operation(
            operationId = "getNameChange",
            summary = "A name change, and which agreements print the new name already")
    @APIResponseSchema(value = NameChangeView.class, responseCode = "200")
    public Response get(UUID contractorId, UUID caseId) {
        requireOwn(contractorId);
        return answer(Response.ok(), cases.require(contractorId, caseId).toldState());
    }

    @POST
    @Path("/{caseId}/decision")
    @RolesAllowed(Roles.DGS_APPROVER)
    @Idempotent
    @Operation(
            operationId = "decideNameChange",
            summary = "Approve or refuse a name change, as another person than the one who asked for it")
    @APIResponseSchema(value = NameChangeView.class, responseCode = "200")
    public Response decide(
            UUID contractorId,
            UUID caseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewNameChangeDecision body) {
        return answer(Response.ok(), change.decide(contractorId, caseId, ifMatch, body.decision(), body.reason()));
    }

    @POST
    @Path("/{caseId}/supplements")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Operation(
            operationId = "supplementNameChange",
            summary = "Give each agreement of the contractor a supplement with the new name, and complete the case")
    @APIResponseSchema(value = NameChangeView.class, responseCode = "200")
    public Response supplement(
            UUID contractorId,
            UUID caseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewNameSupplements body) {
        return answer(Response.ok(), change.supplement(contractorId, caseId, ifMatch, body.effectiveOn()));
    }

    /** Who acts for a contractor alone sees that contractor; nothing else is there for it. */
    private void requireOwn(UUID contractorId) {
        if (caller.has(Roles.CONTRACTOR)
                && !caller.seesAll()
                && !caller.contractorId().filter(contractorId::equals).isPresent()) {
            throw new NotFound("contractor", contractorId);
        }
    }

    private Response answer(Response.ResponseBuilder response, NameChangeState state) {
        List<PrintedView> printed =
                agreements.on(state.contractorId(), ProgramCalendar.dateOf(clock.instant())).stream()
                        .map(each -> new PrintedView(
                                each.cmasNumber(),
                                each.supplementNumber(),
                                each.contractorName(),
                                each.contractorName().equals(state.newLegalName())))
                        .toList();
        return response.header(HttpHeaders.ETAG, ETags.of(state.version()))
                .entity(new NameChangeView(state, printed))
                .build();
    }
}
