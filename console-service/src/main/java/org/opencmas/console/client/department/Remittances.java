package org.opencmas.console.client.department;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
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
import org.opencmas.console.client.department.ProposalWithdrawal.NewProposalWithdrawal;

/** What contractors paid, which reports it pays, and what goes back. */
@Path("/v1")
@RegisterRestClient(configKey = "fees")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Remittances {
    @GET
    @Path("/remittances")
    RemittancePage listRemittances(
            @QueryParam("contractorId") @Nullable UUID contractorId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @POST
    @Path("/remittances")
    Remittance recordRemittance(@HeaderParam("Idempotency-Key") String key, NewRemittance remittance);

    @GET
    @Path("/remittances/{remittanceId}")
    Remittance getRemittance(@PathParam("remittanceId") UUID remittanceId);

    @GET
    @Path("/remittances/{remittanceId}/receipt")
    @Produces("application/pdf")
    RestResponse<byte[]> getRemittanceReceipt(@PathParam("remittanceId") UUID remittanceId);

    @POST
    @Path("/remittances/{remittanceId}/allocations")
    Remittance allocateRemittance(
            @PathParam("remittanceId") UUID remittanceId,
            @HeaderParam("Idempotency-Key") String key,
            NewAllocations allocations);

    @POST
    @Path("/remittances/{remittanceId}/refunds")
    Refund proposeRefund(
            @PathParam("remittanceId") UUID remittanceId, @HeaderParam("Idempotency-Key") String key, NewRefund refund);

    @POST
    @Path("/remittances/{remittanceId}/refunds/{refundId}/approval")
    Remittance approveRefund(
            @PathParam("remittanceId") UUID remittanceId,
            @PathParam("refundId") UUID refundId,
            @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("/remittances/{remittanceId}/refunds/{refundId}/withdrawal")
    Remittance withdrawRefund(
            @PathParam("remittanceId") UUID remittanceId,
            @PathParam("refundId") UUID refundId,
            @HeaderParam("Idempotency-Key") String key,
            NewProposalWithdrawal withdrawal);

    @GET
    @Path("/agreement-credits/{number}")
    AgreementCredit getAgreementCredit(@PathParam("number") String number);

    @GET
    @Path("/agreement-credits/{number}/releases")
    CreditReleasePage listCreditReleases(@PathParam("number") String number, @QueryParam("limit") int limit);

    @POST
    @Path("/agreement-credits/{number}/releases")
    CreditRelease proposeCreditRelease(
            @PathParam("number") String number, @HeaderParam("Idempotency-Key") String key, NewCreditRelease release);

    @POST
    @Path("/agreement-credits/{number}/releases/{releaseId}/approval")
    CreditRelease approveCreditRelease(
            @PathParam("number") String number,
            @PathParam("releaseId") UUID releaseId,
            @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("/agreement-credits/{number}/releases/{releaseId}/withdrawal")
    CreditRelease withdrawCreditRelease(
            @PathParam("number") String number,
            @PathParam("releaseId") UUID releaseId,
            @HeaderParam("Idempotency-Key") String key,
            NewProposalWithdrawal withdrawal);

    /** Sends a filed report back as incomplete. */
    @POST
    @Path("/quarterly-reports/{number}/{quarter}/return")
    RestResponse<Void> returnReport(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewReturn reasons);

    record RemittancePage(List<Remittance> items, @Nullable String next) {}

    record Remittance(
            UUID remittanceId,
            UUID contractorId,
            String reference,
            String method,
            BigDecimal amount,
            LocalDate receivedOn,
            Instant recordedAt,
            BigDecimal allocated,
            BigDecimal refunded,
            BigDecimal unapplied,
            List<Allocation> allocations,
            List<Refund> refunds) {}

    record Allocation(String cmasNumber, String quarter, BigDecimal amount, Instant allocatedAt) {}

    record Refund(
            UUID refundId,
            BigDecimal amount,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable ProposalWithdrawal withdrawal) {
        /** Whether nobody has approved it or given it up. */
        public boolean isOpen() {
            return approvedAt == null && withdrawal == null;
        }

        /** Returns the name of the field that says why it is given up. */
        public String withdrawalField() {
            return ProposalWithdrawal.field(refundId);
        }
    }

    record NewRemittance(
            UUID contractorId,
            String reference,
            String method,
            String amount,
            @Nullable LocalDate receivedOn) {}

    /** @param allocations empty for the oldest unpaid reports first, until it is spent */
    record NewAllocations(List<NewAllocation> allocations) {}

    record NewAllocation(String cmasNumber, String quarter, String amount) {}

    record NewRefund(String amount, String reason) {}

    record AgreementCredit(
            String cmasNumber,
            UUID contractorId,
            String contractorName,
            LocalDate lastDay,
            boolean ended,
            BigDecimal credit,
            @Nullable Instant since) {}

    record CreditReleasePage(List<CreditRelease> items) {}

    record CreditRelease(
            UUID releaseId,
            @Nullable String toCmasNumber,
            BigDecimal amount,
            String reason,
            CreditReleaseAct proposal,
            @Nullable CreditReleaseAct approval,
            @Nullable ProposalWithdrawal withdrawal) {
        /** Whether nobody has approved it or given it up. */
        public boolean isOpen() {
            return approval == null && withdrawal == null;
        }

        /** Returns the name of the field that says why it is given up. */
        public String withdrawalField() {
            return ProposalWithdrawal.field(releaseId);
        }
    }

    /** Who did something, and when. */
    record CreditReleaseAct(String by, Instant at) {}

    record NewCreditRelease(String way, @Nullable String toCmasNumber, String amount, String reason) {}

    record NewReturn(List<String> reasons) {}
}
