package org.opencmas.console.client;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** What the signed-in pages read from the compliance service and ask of it. */
@Path("/v1")
@RegisterRestClient(configKey = "compliance")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Decisions {
    String NAME = "compliance service";

    @POST
    @Path("/order-checks")
    OrderCheck checkOrder(JsonNode order);

    @GET
    @Path("/evaluations/{evaluationId}")
    Evaluation getEvaluation(@PathParam("evaluationId") UUID evaluationId);

    @GET
    @Path("/evaluations/{evaluationId}/reproduction")
    Reproduction getEvaluationReproduction(@PathParam("evaluationId") UUID evaluationId);

    @GET
    @Path("/exemption-determinations")
    DeterminationPage listExemptionDeterminations(
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/exemption-determinations/{determinationId}")
    RestResponse<ExemptionDetermination> getExemptionDetermination(@PathParam("determinationId") UUID determinationId);

    @POST
    @Path("/exemption-determinations/{determinationId}/decision")
    ExemptionDetermination decideExemption(
            @PathParam("determinationId") UUID determinationId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewDecision decision);

    @GET
    @Path("/exemption-determinations/{determinationId}/paper")
    RestResponse<byte[]> getExemptionPaper(@PathParam("determinationId") UUID determinationId);

    @GET
    @Path("/reviews")
    ReviewPage listReviews(
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/reviews/{reviewId}")
    RestResponse<Review> getReview(@PathParam("reviewId") UUID reviewId);

    /** By a person who neither planned nor assessed it. */
    @POST
    @Path("/reviews/{reviewId}/closure")
    Review closeReview(
            @PathParam("reviewId") UUID reviewId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewClosure closure);

    @GET
    @Path("/reviews/{reviewId}/findings")
    ReviewFindingPage listReviewFindings(
            @PathParam("reviewId") UUID reviewId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/reviews/{reviewId}/orders")
    ReviewedOrderPage listReviewedOrders(
            @PathParam("reviewId") UUID reviewId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/reviews/{reviewId}/case-file/paper")
    RestResponse<byte[]> getReviewCasePaper(@PathParam("reviewId") UUID reviewId);

    @GET
    @Path("/parked-events")
    Orders.ParkedEvents listParkedEvents(@QueryParam("limit") int limit);

    @POST
    @Path("/parked-events/{id}/replay")
    RestResponse<Void> replayParkedEvent(@PathParam("id") long id);

    @GET
    @Path("/attestation-kinds")
    AttestationKinds listAttestationKinds();

    record AttestationKinds(List<AttestationKind> items) {}

    record AttestationKind(String kind, List<String> rules, String statement, String signedBy, String evidence) {}

    /** @param decision ISSUE or RETURN */
    record OrderCheck(
            String decision,
            LocalDate asOn,
            List<Orders.Finding> findings,
            List<MissingAttestation> attestationsMissing,
            Map<String, Integer> summary,
            String ruleSetVersion) {}

    record MissingAttestation(String kind, String rule, boolean blocking, List<String> lineIds) {}

    record Evaluation(
            UUID evaluationId,
            UUID orderId,
            int documentVersion,
            String decision,
            List<Orders.Finding> findings,
            Map<String, Long> asOf,
            String ruleSetVersion,
            String receiptHash,
            Instant evaluatedAt) {}

    record Reproduction(
            boolean reproduced,
            boolean receiptIntact,
            String ruleSetVersionThen,
            String ruleSetVersionNow,
            String decisionThen,
            String decisionNow,
            List<String> differingRules) {}

    record DeterminationPage(
            List<ExemptionDetermination> items, @Nullable String next) {}

    record ExemptionDetermination(
            UUID determinationId,
            UUID agencyId,
            LocalDate validOn,
            Determination determination,
            ExemptionFacts facts,
            String askedBy,
            Instant askedAt,
            @Nullable DecisionMade decision,
            String standing,
            List<Withdrawal> withdrawals) {}

    record Determination(
            String outcome,
            String requirement,
            String reason,
            LetterCitation citation,
            List<OpenPoint> openPoints,
            List<DgsStep> dgsTrack,
            List<String> notes) {}

    record LetterCitation(
            String document, String section, @Nullable Integer page) {}

    record OpenPoint(String point, String detail) {}

    record DgsStep(String step, @Nullable String agreement) {}

    record ExemptionFacts(
            String agencyClass,
            boolean informationTechnology,
            Procurement procurement,
            @Nullable LpaSearch search,
            List<Attested> attestations) {}

    record Procurement(String description, String businessNeed, BigDecimal estimatedAmount, LocalDate procuredOn) {}

    record LpaSearch(LocalDate searchedOn, String searchedBy, String scope, List<FoundAgreement> found) {}

    record FoundAgreement(
            String number,
            @Nullable Boolean meetsNeed,
            @Nullable String unmetNeed,
            @Nullable String justification) {}

    record Attested(String point, boolean holds, String attestedBy, LocalDate attestedOn) {}

    record DecisionMade(String decision, String reason, LocalDate decidedOn, String decidedBy) {}

    record Withdrawal(String point, String reason, LocalDate withdrawnOn, String withdrawnBy) {}

    record NewDecision(String decision, String reason, LocalDate decidedOn) {}

    record ReviewPage(List<Review> items, @Nullable String next) {}

    record Review(
            UUID reviewId,
            UUID contractorId,
            String contractorName,
            String state,
            LocalDate from,
            LocalDate through,
            Sample sample,
            String plannedBy,
            Instant plannedAt,
            @Nullable Instant examinedAt,
            @Nullable LocalDate answerBy,
            @Nullable String failure) {}

    record NewClosure(String conclusion, String reason) {}

    record Sample(
            String method,
            long seed,
            int size,
            int population,
            @Nullable String populationHash) {}

    record ReviewFindingPage(
            List<ReviewFinding> items, @Nullable String next) {}

    record ReviewFinding(
            int number,
            @Nullable UUID orderId,
            String kind,
            @Nullable String point,
            String weight,
            boolean informationOnly,
            String message,
            Map<String, String> numbers,
            String source) {}

    record ReviewedOrderPage(
            List<ReviewedOrder> items, @Nullable String next) {}

    record ReviewedOrder(
            int place,
            UUID orderId,
            String agencyOrderNumber,
            int amendmentNumber,
            LocalDate orderDate,
            BigDecimal total,
            boolean informationOnly,
            List<Evidence> evidence) {}

    record Evidence(
            String question,
            String answer,
            @Nullable String assessedBy,
            @Nullable String evidence) {}
}
