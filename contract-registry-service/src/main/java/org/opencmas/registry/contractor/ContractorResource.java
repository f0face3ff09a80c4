package org.opencmas.registry.contractor;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Roles;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.value.IdentifierText;
import org.opencmas.terms.Identifier;

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

    /** A contractor to register. */
    record NewContractor(
            @Nullable UUID contractorId,
            @NotBlank @Size(max = 200) String legalName,
            @Size(max = 50) @Nullable List<@NotNull @IdentifierText @Size(max = 200) String> formerNames,
            @Size(max = 200) @Nullable List<@NotNull @Valid Location> locations,
            @Size(max = 50) @Nullable List<@NotNull @Valid Certificate> certificates) {
        Contractor.Profile profile() {
            return profileOf(legalName, formerNames, locations, certificates);
        }
    }

    /** The whole changeable state of a contractor; what is left out is removed. */
    record ChangedContractor(
            @NotBlank @Size(max = 200) String legalName,
            @Size(max = 50) @Nullable List<@NotNull @IdentifierText @Size(max = 200) String> formerNames,
            @Size(max = 200) @Nullable List<@NotNull @Valid Location> locations,
            @Size(max = 50) @Nullable List<@NotNull @Valid Certificate> certificates) {
        Contractor.Profile profile() {
            return profileOf(legalName, formerNames, locations, certificates);
        }
    }

    @POST
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Operation(operationId = "registerContractor", summary = "Register a contractor")
    @APIResponseSchema(value = ContractorState.class, responseCode = "201")
    public Response register(@NotNull @Valid NewContractor body) {
        ContractorState state = register.register(body.contractorId(), body.profile());
        return Response.created(URI.create("/v1/contractors/" + state.contractorId()))
                .header(HttpHeaders.ETAG, ETags.of(state.version()))
                .entity(state)
                .build();
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
            @QueryParam("name") @Size(max = 200) @Nullable String name,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        List<ContractorState> found = contractors.named(name, Cursor.parse(cursor, 2), size + 1).stream()
                .map(Contractor::state)
                .toList();
        return Page.of(
                found,
                size,
                state -> Cursor.of(state.legalName(), state.contractorId().toString()),
                uri);
    }

    private static Response answer(ContractorState state) {
        return Response.ok(state)
                .header(HttpHeaders.ETAG, ETags.of(state.version()))
                .build();
    }

    private static Contractor.Profile profileOf(
            String legalName,
            @Nullable List<String> formerNames,
            @Nullable List<Location> locations,
            @Nullable List<Certificate> certificates) {
        List<Certificate> held = Objects.requireNonNullElse(certificates, List.of());
        List<Fault> faults = new ArrayList<>(faultsOf(held));
        Identifier.fault(legalName)
                .ifPresent(fault -> faults.add(
                        new Fault("/legalName", fault, "Write the name as it is printed, with plain blanks.")));
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return new Contractor.Profile(
                Identifier.of(legalName).text(),
                Objects.requireNonNullElse(formerNames, List.of()),
                Objects.requireNonNullElse(locations, List.of()),
                held);
    }

    private static List<Fault> faultsOf(List<Certificate> certificates) {
        List<Fault> faults = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < certificates.size(); i++) {
            Certificate certificate = certificates.get(i);
            if (certificate.validThrough().isBefore(certificate.validFrom())) {
                faults.add(new Fault(
                        "/certificates/" + i + "/validThrough",
                        "is before validFrom " + certificate.validFrom(),
                        "It is the last day of validity, inclusive."));
            }
            if (!seen.add(List.of(certificate.type(), certificate.number(), certificate.validFrom()))) {
                faults.add(new Fault("/certificates/" + i, "is listed twice", "Keep one of them."));
            }
        }
        return faults;
    }
}
