package org.opencmas.console.client.department;

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
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;
import org.opencmas.console.client.department.ProposalWithdrawal.NewProposalWithdrawal;

/** Settlements of what was due before the suite began: proposed by one person, approved by another. */
@Path("/v1")
@RegisterRestClient(configKey = "fees")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Settlements {
    @GET
    @Path("/settlements")
    SettlementPage listSettlements(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @POST
    @Path("/settlements")
    Settlement proposeSettlement(@HeaderParam("Idempotency-Key") String key, NewSettlement settlement);

    @GET
    @Path("/settlements/{settlementId}")
    Settlement getSettlement(@PathParam("settlementId") UUID settlementId);

    @POST
    @Path("/settlements/{settlementId}/approval")
    Settlement approveSettlement(
            @PathParam("settlementId") UUID settlementId, @HeaderParam("Idempotency-Key") String key);

    @POST
    @Path("/settlements/{settlementId}/withdrawal")
    Settlement withdrawSettlement(
            @PathParam("settlementId") UUID settlementId,
            @HeaderParam("Idempotency-Key") String key,
            NewProposalWithdrawal withdrawal);

    @GET
    @Path("/settlements/{settlementId}/items")
    ItemPage listSettlementItems(
            @PathParam("settlementId") UUID settlementId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    record SettlementPage(List<Settlement> items, @Nullable String next) {}

    /**
     * @param contractorId whose obligations; null for everybody's
     * @param throughQuarter the last quarter, inclusive
     * @param amount what the fees come to, in US dollars
     * @param approvedBy null while nothing is settled
     */
    record Settlement(
            UUID settlementId,
            @Nullable UUID contractorId,
            String throughQuarter,
            String reason,
            int reports,
            int fees,
            BigDecimal amount,
            LocalDate oldestDueOn,
            long oldestAgeDays,
            String proposedBy,
            Instant proposedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable ProposalWithdrawal withdrawal) {
        public String state() {
            if (withdrawal != null) {
                return "WITHDRAWN";
            }
            return approvedAt == null ? "WAITING" : "APPROVED";
        }
    }

    record NewSettlement(@Nullable UUID contractorId, String throughQuarter, String reason) {}

    record ItemPage(List<Item> items, @Nullable String next) {}

    record Item(String kind, String cmasNumber, String quarter, LocalDate dueOn, long ageDays, BigDecimal amount) {}
}
