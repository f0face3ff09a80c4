package org.opencmas.console.client.department;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** Documents of an agreement as the Department files them, and which copy of it an agency got; reading the documents is {@code Registry}'s. */
@Path("/v1/agreements/{number}")
@RegisterRestClient(configKey = "registry-files")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface AgreementDocuments {
    /** @param supplement the one it came with; 0 is the original, and what no field says */
    @POST
    @Path("/documents")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    RestResponse<Void> uploadAgreementDocument(
            @PathParam("number") String number,
            @QueryParam("part") @Nullable String part,
            @QueryParam("supplement") int supplement,
            @QueryParam("title") String title,
            @HeaderParam("Idempotency-Key") String key,
            java.nio.file.Path content);

    @POST
    @Path("/documents/references")
    RestResponse<Void> referToAgreementDocument(
            @PathParam("number") String number, @HeaderParam("Idempotency-Key") String key, NewReference reference);

    @POST
    @Path("/documents/{documentId}/withdrawal")
    RestResponse<Void> withdrawAgreementDocument(
            @PathParam("number") String number,
            @PathParam("documentId") UUID documentId,
            @HeaderParam("Idempotency-Key") String key,
            NewDocumentWithdrawal withdrawal);

    @POST
    @Path("/copies")
    ObtainedCopy obtainAgreementCopy(@PathParam("number") String number, @HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("/copies")
    ObtainedCopies listAgreementCopies(@PathParam("number") String number);

    record NewReference(
            @Nullable String part,
            int supplementNumber,
            String title,
            String link,
            @Nullable LocalDate retrievedOn) {}

    record NewDocumentWithdrawal(String reason) {}

    /** @param items the latest first */
    record ObtainedCopies(List<ObtainedCopy> items) {}

    /** @param manifestSha256 of the manifest in its archive, which says what it was made of */
    record ObtainedCopy(
            UUID agencyId,
            int supplementNumber,
            String manifestSha256,
            boolean complete,
            List<String> missingParts,
            Instant obtainedAt,
            String obtainedBy) {}
}
