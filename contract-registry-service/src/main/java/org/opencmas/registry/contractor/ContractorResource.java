package org.opencmas.registry.contractor;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.terms.Roles;

/** Contractors over HTTP. Reading is public. */
@Path("/v1/contractors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contractors")
class ContractorResource {
    private final Contractors contractors;
    private final RegisterContractor register;
    private final ChangeContractor change;

    ContractorResource(Contractors contractors, RegisterContractor register, ChangeContractor change) {
        this.contractors = contractors;
        this.register = register;
        this.change = change;
    }

    @POST
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Operation(operationId = "registerContractor", summary = "Register a contractor")
    @APIResponseSchema(value = ContractorState.class, responseCode = "201")
    public Response register(@NotNull @Valid NewContractor body) {
        ContractorState state = register.register(body.contractorId(), body.profile());
        return ETags.created("/v1/contractors/" + state.contractorId(), state, state.version());
    }

    @PUT
    @Path("/{contractorId}")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(
            operationId = "changeContractor",
            summary = "Change a contractor; a legal name given up becomes a former name")
    @APIResponseSchema(value = ContractorState.class, responseCode = "200")
    public Response change(
            UUID contractorId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ChangedContractor body) {
        return answer(change.change(contractorId, ifMatch, body.profile()));
    }

    @GET
    @Path("/{contractorId}")
    @PermitAll
    @Transactional
    @Operation(operationId = "getContractor", summary = "One contractor")
    @APIResponseSchema(value = ContractorState.class, responseCode = "200")
    public Response get(UUID contractorId) {
        return answer(contractors.require(contractorId).state());
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listContractors",
            summary = "Contractors by legal name, filtered by a part of a present or former name")
    public Page<ContractorState> list(
            @QueryParam("name") @Size(max = 200) @Nullable String name, @BeanParam Paging paging) {
        int count = paging.count();
        List<ContractorState> found = contractors.named(name, paging.after(2), count).stream()
                .map(Contractor::state)
                .toList();
        return paging.page(
                found,
                state -> Cursor.of(state.legalName(), state.contractorId().toString()));
    }

    private static Response answer(ContractorState state) {
        return ETags.ok(state, state.version());
    }
}
