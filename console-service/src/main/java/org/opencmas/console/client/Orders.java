package org.opencmas.console.client;

import com.fasterxml.jackson.databind.JsonNode;
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

/** What the pages read from the order service and ask of it. */
@Path("/v1")
@RegisterRestClient(configKey = "order")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Orders {
    String NAME = "order service";

    @GET
    @Path("/orders")
    OrderPage listOrders(
            @QueryParam("state") @Nullable String state,
            @QueryParam("agencyOrderNumber") @Nullable String agencyOrderNumber,
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/orders/{orderId}")
    RestResponse<Order> getOrder(@PathParam("orderId") UUID orderId);

    /** The same as it came, so that a change keeps the parts that no page shows. */
    @GET
    @Path("/orders/{orderId}/versions/{number}")
    JsonNode getOrderVersion(@PathParam("orderId") UUID orderId, @PathParam("number") int number);

    @POST
    @Path("/orders")
    Order placeOrder(@HeaderParam("Idempotency-Key") String key, @HeaderParam("Prefer") String prefer, JsonNode order);

    @PUT
    @Path("/orders/{orderId}")
    Order reviseOrder(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Prefer") String prefer,
            JsonNode order);

    @POST
    @Path("/orders/{orderId}/submission")
    Order submitOrder(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Prefer") String prefer);

    @POST
    @Path("/orders/{orderId}/acceptance")
    Order acceptOrder(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewAcceptance acceptance);

    @POST
    @Path("/orders/{orderId}/rejection")
    Order rejectOrder(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewRejection rejection);

    @POST
    @Path("/orders/{orderId}/approval")
    Order approveOrder(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewApproval approval);

    @POST
    @Path("/orders/{orderId}/amendments")
    Order amendOrder(
            @PathParam("orderId") UUID orderId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Prefer") String prefer,
            JsonNode amendment);

    /** Makes the amendment and takes it back: nothing is stored. What is preferred is to wait for what the rules find. */
    @POST
    @Path("/orders/{orderId}/amendment-previews")
    AmendmentPreview previewAmendment(
            @PathParam("orderId") UUID orderId, @HeaderParam("Prefer") String prefer, JsonNode amendment);

    @GET
    @Path("/orders/{orderId}/history")
    History getOrderHistory(@PathParam("orderId") UUID orderId);

    @GET
    @Path("/orders/{orderId}/account")
    Account getOrderAccount(@PathParam("orderId") UUID orderId);

    @GET
    @Path("/orders/{orderId}/contractor-answer")
    Answer getContractorAnswer(@PathParam("orderId") UUID orderId);

    @GET
    @Path("/orders/{orderId}/receipts")
    Receipts listReceipts(@PathParam("orderId") UUID orderId, @QueryParam("limit") int limit);

    @GET
    @Path("/orders/{orderId}/invoices")
    Invoices listInvoices(@PathParam("orderId") UUID orderId, @QueryParam("limit") int limit);

    @GET
    @Path("/orders/{orderId}/payments")
    Payments listPayments(@PathParam("orderId") UUID orderId, @QueryParam("limit") int limit);

    @GET
    @Path("/orders/{orderId}/match")
    Match getOrderMatch(@PathParam("orderId") UUID orderId);

    @GET
    @Path("/orders/{orderId}/file-checklist")
    Checklist getFileChecklist(@PathParam("orderId") UUID orderId);

    @GET
    @Path("/orders/{orderId}/file")
    RestResponse<byte[]> getOrderFile(@PathParam("orderId") UUID orderId);

    @GET
    @Path("/agencies/{agencyId}")
    Agency getAgency(@PathParam("agencyId") UUID agencyId);

    @GET
    @Path("/parked-events")
    ParkedEvents listParkedEvents(@QueryParam("limit") int limit);

    @POST
    @Path("/parked-events/{id}/replay")
    RestResponse<Void> replayParkedEvent(@PathParam("id") long id);

    /** @param next address of the page that follows, when there is one */
    record OrderPage(List<OrderSummary> items, @Nullable String next) {}

    record OrderSummary(
            UUID orderId,
            UUID agencyId,
            String agencyOrderNumber,
            int amendmentNumber,
            int documentVersion,
            String state,
            UUID contractorId,
            LocalDate orderDate,
            String contractNumber,
            BigDecimal subtotalExcludingTax,
            BigDecimal total) {}

    record Order(
            UUID orderId,
            UUID agencyId,
            UUID contractorId,
            String agencyOrderNumber,
            String contractNumber,
            LocalDate orderDate,
            int amendmentNumber,
            int documentVersion,
            @Nullable LocalDate amendmentDate,
            @Nullable String amendmentReason,
            @Nullable String amendmentReasonCode,
            @Nullable String contactNote,
            String state,
            String paymentMethod,
            @Nullable String orderToLocation,
            BigDecimal subtotalExcludingTax,
            BigDecimal tax,
            BigDecimal freight,
            BigDecimal total,
            List<SubOrder> subOrders,
            List<Line> lines,
            List<Attestation> attestations,
            @Nullable Instant submittedAt,
            @Nullable String submittedBy,
            @Nullable UUID evaluationId,
            @Nullable Instant decidedAt,
            @Nullable List<Finding> findings,
            @Nullable Acceptance acceptance,
            @Nullable Rejection rejection,
            @Nullable Termination termination,
            @Nullable OpenAmendment openAmendment,
            @Nullable Boolean workIsStopped,
            @Nullable Particulars particulars,
            Map<String, String> links) {
        /** Tells whether an act is possible now, such as {@code submission}. */
        public boolean allows(String act) {
            return links.containsKey(act);
        }

        public List<Finding> decisionFindings() {
            return findings == null ? List.of() : findings;
        }

        /** Returns what the contractor takes in part payment. */
        public List<TradeIn> tradeIns() {
            return particulars == null || particulars.tradeIns() == null ? List.of() : particulars.tradeIns();
        }
    }

    record Particulars(@Nullable List<TradeIn> tradeIns) {}

    record TradeIn(String description, BigDecimal allowance) {}

    record SubOrder(int subNumber, String cmasNumber, BigDecimal subtotalExcludingTax) {}

    record Line(
            String lineId,
            int subNumber,
            String cmasNumber,
            boolean nsp,
            @Nullable String itemId,
            String description,
            String unit,
            BigDecimal quantity,
            BigDecimal unitPrice,
            BigDecimal amount,
            String kind,
            List<String> supportsLineIds,
            @Nullable String nspReason) {}

    record Attestation(
            String rule,
            String statement,
            String attestedBy,
            LocalDate attestedOn,
            @Nullable String evidence,
            @Nullable String recordedBy) {}

    /**
     * @param verdict PASS, FAIL, WARN, NEEDS_ATTESTATION, NOT_APPLICABLE or UNDETERMINED
     * @param blocking whether the order cannot be issued with it
     * @param numbers the figures that were compared, by name
     * @param lineIds the lines it is about; the whole order when empty
     */
    record Finding(
            String ruleId,
            int ruleVersion,
            String verdict,
            boolean blocking,
            String message,
            Map<String, String> numbers,
            @Nullable Citation citation,
            List<String> lineIds,
            @Nullable String remedy) {}

    record Citation(
            String document,
            @Nullable String section,
            @Nullable Integer page,
            @Nullable String heading) {}

    record Acceptance(LocalDate acceptedOn, String acceptedBy) {}

    record Rejection(
            String reasonCode,
            @Nullable String pointer,
            @Nullable String rightValue,
            String reason,
            String rejectedBy,
            @Nullable LocalDate rejectedOn) {}

    /** @param remainingSubOrders the worth that stays with each group */
    record Termination(
            String ground,
            LocalDate terminatedOn,
            String reason,
            String terminatedBy,
            List<Remaining> remainingSubOrders,
            @Nullable LapsedAmendment lapsedAmendment) {}

    record Remaining(int subNumber, BigDecimal amount) {}

    record LapsedAmendment(int amendmentNumber) {}

    record OpenAmendment(
            int amendmentNumber,
            int documentVersion,
            String state,
            @Nullable List<Finding> findings,
            Map<String, String> links) {
        public boolean allows(String act) {
            return links.containsKey(act);
        }

        public List<Finding> decisionFindings() {
            return findings == null ? List.of() : findings;
        }
    }

    /**
     * @param decision ISSUE or RETURN, as the rules would decide on the amended whole now; null as the findings are
     * @param findings what somebody has to look at; null when the rule book did not answer in time
     */
    record AmendmentPreview(
            int amendmentNumber,
            @Nullable String decision,
            @Nullable List<Finding> findings,
            List<AmendmentChange> changes,
            Amounts before,
            Amounts after,
            BigDecimal difference,
            @Nullable FeeEffect fee,
            List<LimitLeft> limits) {}

    /**
     * One change.
     *
     * @param worth what it adds to the subtotal; absent where it adds nothing of its own
     */
    record AmendmentChange(
            String kind,
            String pointer,
            @Nullable String lineId,
            @Nullable String before,
            @Nullable String after,
            @Nullable BigDecimal worth) {}

    record Amounts(BigDecimal subtotalExcludingTax, BigDecimal tax, BigDecimal freight, BigDecimal total) {}

    record FeeEffect(BigDecimal base, BigDecimal rate, BigDecimal difference) {}

    record LimitLeft(String limit, BigDecimal amount, BigDecimal left, boolean blocks) {}

    record NewAcceptance(@Nullable LocalDate acceptedOn) {}

    record NewApproval(@Nullable String note) {}

    record NewRejection(
            String reasonCode,
            @Nullable String pointer,
            @Nullable String rightValue,
            String reason) {}

    record History(List<HistoryEntry> entries) {}

    record HistoryEntry(
            Instant at,
            String by,
            String act,
            int documentVersion,
            @Nullable JsonNode details) {
        /** Returns what was said with the act, in one line; empty when nothing was. */
        public String said() {
            if (details == null) {
                return "";
            }
            String reason = details.path("reason").asText("");
            int findings = details.path("findings").size();
            return !reason.isEmpty()
                    ? reason
                    : findings == 0 ? "" : findings + (findings == 1 ? " finding" : " findings");
        }

        /** Returns the receipt of the decision; empty for other acts. */
        public String evaluationId() {
            return details == null ? "" : details.path("evaluationId").asText("");
        }
    }

    record Account(
            BigDecimal total,
            BigDecimal mayBePaid,
            BigDecimal paid,
            BigDecimal leftToPay,
            BigDecimal withheld,
            boolean finallyAccepted,
            List<Bond> bonds) {}

    /** @param kind PAYMENT or PERFORMANCE */
    record Bond(
            String kind,
            String form,
            @Nullable LocalDate formGivenOn,
            @Nullable String surety,
            @Nullable BigDecimal amount,
            @Nullable LocalDate bondDate) {}

    /**
     * @param state NOT_ISSUED, WAITING, ACCEPTED, REJECTED or ENDED
     * @param targetOn the day by which an answer is usual
     */
    record Answer(
            String state,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate targetOn,
            @Nullable LocalDate answeredOn,
            boolean overdue) {}

    record Receipts(List<Receipt> receipts, @Nullable String next) {}

    record Receipt(
            UUID receiptId,
            LocalDate receivedOn,
            @Nullable LocalDate acceptedOn,
            List<ReceiptLine> lines,
            boolean finalAcceptance,
            @Nullable String note,
            String recordedBy) {}

    record ReceiptLine(
            String lineId,
            BigDecimal quantityReceived,
            BigDecimal quantityAccepted,
            @Nullable String reason) {}

    record Invoices(List<Invoice> invoices, @Nullable String next) {}

    record Invoice(
            UUID invoiceId,
            String invoiceNumber,
            int invoiceVersion,
            LocalDate invoicedOn,
            LocalDate receivedOn,
            String state,
            BigDecimal tax,
            BigDecimal freight,
            BigDecimal total,
            BigDecimal paid,
            BigDecimal withheld,
            PaymentClock clock,
            List<MatchDifference> differences,
            List<InvoiceActSaid> acts,
            @Nullable List<InvoiceTradeIn> tradeIns,
            @Nullable String correctionReason) {}

    /** @param act DISPUTE, WITHDRAW_DISPUTE or APPROVE */
    record InvoiceActSaid(
            String act, Instant at, String by, @Nullable String reason) {}

    record InvoiceTradeIn(String description, BigDecimal amount) {}

    record PaymentClock(
            @Nullable LocalDate startedOn, @Nullable LocalDate dueOn, boolean held) {}

    record Payments(List<Payment> payments, @Nullable String next) {}

    record Payment(
            UUID paymentId,
            UUID invoiceId,
            LocalDate paidOn,
            String method,
            String reference,
            BigDecimal amount,
            BigDecimal withheld,
            @Nullable UUID reverses) {}

    record Match(List<MatchedLine> lines, List<MatchDifference> differences) {}

    record MatchedLine(
            String lineId,
            BigDecimal quantityOrdered,
            BigDecimal quantityReceived,
            BigDecimal quantityAccepted,
            BigDecimal amountOrdered,
            BigDecimal amountAccepted,
            BigDecimal amountBilled) {}

    record MatchDifference(String reason, @Nullable String lineId, boolean blocking, String message) {}

    record Checklist(boolean complete, List<ChecklistItem> items) {}

    record ChecklistItem(String item, String title, String state, String why) {}

    record Agency(UUID agencyId, String name) {}

    /** @param waiting how many events stand parked or wait behind one that is */
    record ParkedEvents(long waiting, List<ParkedEvent> events) {}

    record ParkedEvent(
            long id,
            String state,
            String cause,
            String type,
            String key,
            String error,
            int attempts,
            Instant parkedAt) {}
}
