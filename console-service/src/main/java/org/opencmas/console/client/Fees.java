package org.opencmas.console.client;

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

/** What the pages read of fees: who owes what, how it is booked and reconciled, and what is left to do. */
@Path("/v1")
@RegisterRestClient(configKey = "fees")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Fees {
    String NAME = "fee reporting service";

    @GET
    @Path("/reconciliations/{number}/{quarter}")
    Reconciliation getReconciliation(@PathParam("number") String number, @PathParam("quarter") String quarter);

    @GET
    @Path("/remittances")
    RemittancePage listRemittances(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @GET
    @Path("/contractor-accounts/{contractorId}")
    ContractorAccount getContractorAccount(@PathParam("contractorId") UUID contractorId);

    @GET
    @Path("/contractor-accounts/{contractorId}/paper")
    RestResponse<byte[]> getContractorAccountPaper(@PathParam("contractorId") UUID contractorId);

    @GET
    @Path("/contractor-standings/{contractorId}")
    Standing getContractorStanding(@PathParam("contractorId") UUID contractorId);

    @GET
    @Path("/work-items")
    WorkItemPage listWorkItems(
            @QueryParam("kind") List<String> kind,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/uncomputable-orders")
    UncomputablePage listUncomputableOrders(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @GET
    @Path("/dashboards/fees")
    Dashboard getFeeDashboard(
            @QueryParam("by") String by,
            @QueryParam("from") String from,
            @QueryParam("through") String through,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/ledger-entries")
    PostingPage listLedgerEntries(
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @QueryParam("quarter") @Nullable String quarter,
            @QueryParam("orderId") @Nullable UUID orderId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/ledger-proof")
    LedgerProof getLastLedgerProof();

    @POST
    @Path("/ledger-proofs")
    LedgerProofJob startLedgerProof(@HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("/ledger-proofs/{proofId}")
    LedgerProofJob getLedgerProof(@PathParam("proofId") UUID proofId);

    @GET
    @Path("/parked-events")
    Orders.ParkedEvents listParkedEvents(@QueryParam("limit") int limit);

    @POST
    @Path("/parked-events/{id}/replay")
    RestResponse<Void> replayParkedEvent(@PathParam("id") long id);

    record Reconciliation(
            String cmasNumber,
            String quarter,
            @Nullable Integer reportVersion,
            @Nullable String receiptNumber,
            ReconciledSide accrued,
            ReconciledSide reported,
            BigDecimal feeDue,
            BigDecimal remitted,
            BigDecimal unpaid,
            List<Difference> differences,
            BigDecimal unexplainedSales,
            BigDecimal unexplainedFee) {}

    record ReconciledSide(BigDecimal sales, BigDecimal fee) {}

    record Difference(
            String cause,
            String agencyName,
            String purchaseOrderNumber,
            int amendmentNumber,
            BigDecimal salesDifference,
            BigDecimal feeDifference,
            String correction) {}

    record RemittancePage(List<Remittance> items, @Nullable String next) {}

    record Remittance(
            UUID remittanceId,
            String reference,
            String method,
            BigDecimal amount,
            LocalDate receivedOn,
            BigDecimal allocated,
            BigDecimal refunded,
            BigDecimal unapplied,
            List<Allocation> allocations) {}

    record Allocation(String cmasNumber, String quarter, BigDecimal amount) {}

    record ContractorAccount(
            String contractorName,
            LocalDate asOfDay,
            List<Charge> charges,
            @Nullable String nextCharges,
            List<AccountPayment> payments,
            Aging aging,
            BigDecimal unappliedCash,
            BigDecimal creditOnAgreements,
            BigDecimal creditOnEndedAgreements,
            BigDecimal balance) {}

    record Charge(
            String cmasNumber, String quarter, LocalDate dueOn, BigDecimal feeDue, BigDecimal paid, BigDecimal open) {}

    record AccountPayment(
            String reference,
            LocalDate receivedOn,
            BigDecimal amount,
            BigDecimal allocated,
            BigDecimal refunded,
            BigDecimal unapplied) {}

    record Aging(
            BigDecimal notPastDue,
            BigDecimal days1To30,
            BigDecimal days31To60,
            BigDecimal days61To90,
            BigDecimal over90Days,
            BigDecimal total) {}

    record Standing(
            LocalDate asOfDay,
            boolean outstanding,
            int reportsOverdue,
            int reportsIncomplete,
            int feesUnpaid,
            List<WorkItem> items) {}

    record WorkItemPage(List<WorkItem> items, @Nullable String next) {}

    record WorkItem(
            String kind,
            String cmasNumber,
            String quarter,
            String contractorName,
            @Nullable UUID orderId,
            LocalDate since,
            long ageDays,
            @Nullable BigDecimal amount) {
        /** Whether it is about a certificate, which has neither a report nor a reconciliation to look at. */
        public boolean isCertificate() {
            return kind.equals("EXPIRING_CERTIFICATE");
        }

        /** Whether it is about what is left over on an agreement that ended. */
        public boolean isCredit() {
            return kind.equals("CREDIT_ON_ENDED_AGREEMENT");
        }

        /** Whether it is about an order that looks like a known one, which an analyst may tie. */
        public boolean isTypedDifferently() {
            return kind.equals("ORDER_TYPED_DIFFERENTLY");
        }
    }

    record UncomputablePage(
            List<UncomputableOrder> items, @Nullable String next) {}

    record UncomputableOrder(
            UUID orderId,
            String purchaseOrderNumber,
            String cmasNumber,
            @Nullable String agencyName,
            @Nullable String contractorName,
            LocalDate purchaseOrderDate,
            String quarter,
            BigDecimal totalExcludingTaxAndFreight,
            List<UncomputableReason> reasons) {}

    record UncomputableReason(String missing, String why, String remedy) {}

    record Dashboard(
            String by,
            String from,
            String through,
            List<DashboardRow> rows,
            DashboardFigures total,
            @Nullable String next) {}

    record DashboardRow(
            @Nullable String quarter,
            @Nullable String agencyType,
            @Nullable String contractorId,
            @Nullable String contractorName,
            BigDecimal sales,
            BigDecimal feeDue,
            BigDecimal salesWaived,
            BigDecimal feeWaived,
            long orders,
            @Nullable Long reportsExpected,
            @Nullable Long reportsFiled,
            long uncomputableOrders,
            @Nullable BigDecimal feeDeclared,
            @Nullable BigDecimal feeOwed) {}

    record DashboardFigures(
            BigDecimal sales,
            BigDecimal feeDue,
            BigDecimal salesWaived,
            BigDecimal feeWaived,
            long orders,
            @Nullable Long reportsExpected,
            @Nullable Long reportsFiled,
            long uncomputableOrders,
            @Nullable BigDecimal feeDeclared,
            @Nullable BigDecimal feeOwed) {}

    record PostingPage(List<Posting> items, @Nullable String next) {}

    record Posting(
            UUID postingId,
            UUID orderId,
            String cmasNumber,
            int documentVersion,
            String cause,
            String quarter,
            String belongsToQuarter,
            BigDecimal base,
            BigDecimal rate,
            String treatment,
            BigDecimal fee,
            BigDecimal feeWaived,
            Instant postedAt,
            List<LedgerEntry> entries) {}

    record LedgerEntry(String book, String account, BigDecimal amount) {}

    record LedgerProof(
            boolean holds,
            Instant provenAt,
            Map<String, Long> asOf,
            long postings,
            long entries,
            List<ProofCheck> checks) {}

    record ProofCheck(String check, String meaning, boolean holds, List<String> deviations) {}

    record LedgerProofJob(
            UUID proofId,
            String state,
            Instant requestedAt,
            ProofProgress progress,
            @Nullable LedgerProof result,
            @Nullable String failure) {}

    record ProofProgress(int done, int of) {}
}
