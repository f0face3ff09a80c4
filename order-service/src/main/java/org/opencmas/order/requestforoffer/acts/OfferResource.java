package org.opencmas.order.requestforoffer.acts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.http.Caller;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.requestforoffer.Offer;
import org.opencmas.terms.Roles;

/** What contractors answered to a request for offer. */
@Path("/v1/requests-for-offer/{requestId}/offers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Offers", description = "What contractors answered, as it came.")
class OfferResource {
    private final RecordOffer record;
    private final ReadRequest read;
    private final Caller caller;

    OfferResource(RecordOffer record, ReadRequest read, Caller caller) {
        this.record = record;
        this.read = read;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Operation(operationId = "recordOffer", summary = "Record what a contractor answered")
    @APIResponseSchema(value = Offer.class, responseCode = "201", responseDescription = "Recorded.")
    public Response add(UUID requestId, @NotNull @Valid NewOffer body) {
        Offer offer = record.record(requestId, Visibility.agencyOf(caller), body, Requester.of(caller));
        return Response.created(URI.create("/v1/requests-for-offer/" + requestId + "/offers/" + offer.offerId()))
                .entity(offer)
                .build();
    }

    @GET
    @Path("/{offerId}")
    @RolesAllowed({
        Roles.AGENCY_BUYER,
        Roles.AGENCY_APPROVER,
        Roles.CONTRACTOR,
        Roles.DGS_ANALYST,
        Roles.DGS_APPROVER,
        Roles.COMPLIANCE_REVIEWER,
        Roles.AUDITOR
    })
    @Operation(operationId = "getOffer", summary = "Read an offer with its lines")
    public Offer read(UUID requestId, UUID offerId) {
        return read.offer(requestId, offerId, Visibility.of(caller));
    }
}
