package org.opencmas.console.client.department;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** Contractors as the registry keeps them: their names, locations and certificates, and how a legal name changes. */
@Path("/v1/contractors")
@RegisterRestClient(configKey = "registry")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Contractors {
    @GET
    @Path("")
    ContractorPage listContractors(
            @QueryParam("name") @Nullable String name,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    /** A contractor as it came, so that a change keeps what no field shows. */
    @GET
    @Path("/{contractorId}")
    RestResponse<JsonNode> getContractor(@PathParam("contractorId") UUID contractorId);

    @PUT
    @Path("/{contractorId}")
    JsonNode changeContractor(
            @PathParam("contractorId") UUID contractorId, @HeaderParam("If-Match") String seen, JsonNode contractor);

    /** Records what was looked up, as a whole: what is left out is removed. */
    @PUT
    @Path("/{contractorId}/qualifications")
    RestResponse<Void> changeContractorQualifications(
            @PathParam("contractorId") UUID contractorId,
            @HeaderParam("If-Match") String seen,
            JsonNode qualifications);

    @POST
    @Path("")
    RegisteredContractor registerContractor(@HeaderParam("Idempotency-Key") String key, JsonNode contractor);

    @GET
    @Path("/{contractorId}/name-changes")
    NameChanges listNameChanges(@PathParam("contractorId") UUID contractorId);

    @POST
    @Path("/{contractorId}/name-changes")
    NameChange requestNameChange(
            @PathParam("contractorId") UUID contractorId,
            @HeaderParam("Idempotency-Key") String key,
            NewNameChange change);

    @GET
    @Path("/{contractorId}/name-changes/{caseId}")
    RestResponse<NameChange> getNameChange(
            @PathParam("contractorId") UUID contractorId, @PathParam("caseId") UUID caseId);

    @POST
    @Path("/{contractorId}/name-changes/{caseId}/decision")
    NameChange decideNameChange(
            @PathParam("contractorId") UUID contractorId,
            @PathParam("caseId") UUID caseId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewNameChangeDecision decision);

    @POST
    @Path("/{contractorId}/name-changes/{caseId}/supplements")
    NameChange supplementNameChange(
            @PathParam("contractorId") UUID contractorId,
            @PathParam("caseId") UUID caseId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewNameSupplements supplements);

    record RegisteredContractor(UUID contractorId) {}

    record ContractorPage(
            List<ListedContractor> items, @Nullable String next) {}

    record ListedContractor(
            UUID contractorId, String legalName, List<String> formerNames, List<Registry.Certificate> certificates) {}

    record NameChanges(List<ListedNameChange> items) {}

    record ListedNameChange(
            UUID caseId, String state, String oldLegalName, String newLegalName, LocalDate legalChangeOn) {}

    record NameChange(
            UUID caseId,
            String state,
            String oldLegalName,
            String newLegalName,
            LocalDate legalChangeOn,
            List<Evidence> evidence,
            Instant requestedAt,
            String requestedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String decisionReason,
            @Nullable Instant completedAt,
            List<PrintedName> agreements) {}

    record Evidence(String description, @Nullable String link) {}

    record PrintedName(String cmasNumber, int supplementNumber, String contractorName, boolean printsNewName) {}

    record NewNameChange(String newLegalName, @Nullable LocalDate legalChangeOn, List<Evidence> evidence) {}

    record NewNameChangeDecision(@Nullable String decision, String reason) {}

    record NewNameSupplements(@Nullable LocalDate effectiveOn) {}
}
