package org.opencmas.console.client;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** What the pages of requests for offer read from the order service and ask of it. */
@Path("/v1")
@RegisterRestClient(configKey = "order")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Requests {
    @GET
    @Path("/requests-for-offer")
    RequestPage listRequestsForOffer(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/requests-for-offer/{requestId}")
    RestResponse<RequestForOffer> getRequestForOffer(@PathParam("requestId") UUID requestId);

    @POST
    @Path("/requests-for-offer")
    RequestForOffer draftRequestForOffer(@HeaderParam("Idempotency-Key") String key, NewRequestForOffer request);

    @PUT
    @Path("/requests-for-offer/{requestId}")
    RequestForOffer reviseRequestForOffer(
            @PathParam("requestId") UUID requestId, @HeaderParam("If-Match") String seen, NewRequestForOffer request);

    @POST
    @Path("/requests-for-offer/{requestId}/sending")
    RequestForOffer sendRequestForOffer(
            @PathParam("requestId") UUID requestId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewSending sending);

    @POST
    @Path("/requests-for-offer/{requestId}/closing")
    RequestForOffer closeRequestForOffer(
            @PathParam("requestId") UUID requestId,
            @QueryParam("earlyReason") @Nullable String earlyReason,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("/requests-for-offer/{requestId}/cancellation")
    RequestForOffer cancelRequestForOffer(
            @PathParam("requestId") UUID requestId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewCancellation cancellation);

    @POST
    @Path("/requests-for-offer/{requestId}/offers")
    Offer recordOffer(
            @PathParam("requestId") UUID requestId, @HeaderParam("Idempotency-Key") String key, NewOffer offer);

    @GET
    @Path("/requests-for-offer/{requestId}/offers/{offerId}")
    Offer getOffer(@PathParam("requestId") UUID requestId, @PathParam("offerId") UUID offerId);

    @POST
    @Path("/requests-for-offer/{requestId}/steps")
    RequestForOffer recordBestValueStep(
            @PathParam("requestId") UUID requestId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewStep step);

    @POST
    @Path("/requests-for-offer/{requestId}/determination")
    RequestForOffer determineBestValue(
            @PathParam("requestId") UUID requestId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewDetermination determination);

    @POST
    @Path("/requests-for-offer/{requestId}/determination/order")
    DraftedOrder draftOrderOfDetermination(
            @PathParam("requestId") UUID requestId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewDeterminedOrder order);

    record RequestPage(List<Summary> items, @Nullable String next) {}

    record Summary(UUID requestId, String reference, String title, String state, int contractorsAsked, int offers) {}

    record RequestForOffer(
            UUID requestId,
            UUID agencyId,
            String reference,
            String title,
            String state,
            String needs,
            @Nullable String statementOfWork,
            boolean services,
            boolean simpleProduct,
            @Nullable Instant offersDueAt,
            Clauses clauses,
            List<Asked> contractorsAsked,
            @Nullable String noneCertifiedReason,
            List<Offer> offers,
            @Nullable BestValue bestValue,
            @Nullable List<Advice> advice,
            Map<String, String> links) {}

    record Clauses(
            @Nullable String liquidatedDamages, @Nullable String acceptanceTesting) {}

    record Asked(
            UUID contractorId,
            String name,
            List<String> cmasNumbers,
            List<String> certifications,
            @Nullable LocalDate certificationCheckedOn,
            String channel,
            LocalDate askedOn,
            @Nullable String recipient,
            String askedBy) {}

    record Offer(
            UUID offerId,
            UUID contractorId,
            Instant receivedAt,
            String standing,
            @Nullable String reason,
            String recordedBy,
            @Nullable VerbalQuote verbalQuote,
            @Nullable OfferPrice price,
            @Nullable List<OfferLine> lines) {}

    record VerbalQuote(String quotedBy, String takenBy) {}

    record OfferPrice(BigDecimal amount, BigDecimal tax, BigDecimal freight) {
        /** Returns what the agency would pay. */
        public BigDecimal whole() {
            return amount.add(tax).add(freight);
        }
    }

    /** As it is told and as it is asked for: texts, since the offer's figures are the contractor's. */
    record OfferLine(
            @Nullable String lineId,
            @Nullable String cmasNumber,
            @Nullable String itemId,
            @Nullable String description,
            @Nullable String unit,
            @Nullable String quantity,
            @Nullable String unitPrice,
            @Nullable String kind) {}

    record BestValue(
            List<Step> steps,
            List<String> missingSteps,
            @Nullable Determination determination,
            @Nullable UUID orderId) {}

    record Step(
            String step,
            LocalDate doneOn,
            String doneBy,
            @Nullable String evidence,
            @Nullable List<Compared> comparedOffers) {}

    record Compared(UUID offerId, String assessment) {}

    record Determination(
            UUID offerId,
            List<Criterion> criteria,
            String reason,
            String determinedBy,
            LocalDate determinedOn,
            @Nullable ResumeReview resumeReview,
            @Nullable StepsOverride stepsOverride) {}

    /** One of the twelve samples, or the agency's own. */
    record Criterion(@Nullable String sample, @Nullable String own) {}

    record ResumeReview(LocalDate reviewedOn, String reviewedBy) {}

    record StepsOverride(String overriddenBy, String reason, List<String> missing) {}

    record Advice(
            String rule,
            String kind,
            String message,
            String source,
            @Nullable Place place,
            @Nullable String remedy) {}

    record Place(String pointer, int line, int column) {}

    record NewRequestForOffer(
            String reference,
            String title,
            String needs,
            @Nullable String statementOfWork,
            boolean services,
            boolean simpleProduct,
            @Nullable Instant offersDueAt,
            Clauses clauses) {}

    record NewSending(List<NewAsked> contractors, @Nullable String noneCertifiedReason) {}

    record NewAsked(
            UUID contractorId,
            String name,
            List<String> cmasNumbers,
            List<String> certifications,
            LocalDate certificationCheckedOn,
            String channel,
            LocalDate askedOn,
            @Nullable String recipient) {}

    record NewCancellation(String reason) {}

    record NewOffer(
            UUID contractorId,
            Instant receivedAt,
            @Nullable String notResponsive,
            @Nullable String reason,
            @Nullable String quotedBy,
            @Nullable String tax,
            @Nullable String freight,
            List<OfferLine> lines) {}

    record NewStep(
            String step,
            LocalDate doneOn,
            @Nullable String evidence,
            @Nullable List<Compared> comparedOffers) {}

    record NewDetermination(
            UUID offerId,
            List<Criterion> criteria,
            String reason,
            LocalDate determinedOn,
            @Nullable NewResumeReview resumeReview,
            @Nullable String stepsOverrideReason) {}

    record NewResumeReview(LocalDate reviewedOn) {}

    record NewDeterminedOrder(
            String agencyOrderNumber,
            @Nullable LocalDate orderDate,
            String paymentMethod,
            @Nullable Boolean clausesInOrder) {}

    record DraftedOrder(UUID orderId) {}
}
