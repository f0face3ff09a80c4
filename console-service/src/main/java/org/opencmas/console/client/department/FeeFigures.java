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

/** The dated figures that fees and reports go by: rates and due dates, each proposed by one person and activated by another. */
@Path("/v1")
@RegisterRestClient(configKey = "fees")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface FeeFigures {
    @GET
    @Path("/fee-rates")
    Rates listFeeRates();

    @POST
    @Path("/fee-rates")
    Rate proposeFeeRate(@HeaderParam("Idempotency-Key") String key, NewRate rate);

    @POST
    @Path("/fee-rates/{figureId}/withdrawal")
    Rate withdrawFeeRate(
            @PathParam("figureId") UUID figureId,
            @HeaderParam("Idempotency-Key") String key,
            NewProposalWithdrawal withdrawal);

    @POST
    @Path("/fee-rates/{figureId}/activation")
    RateActivation activateFeeRate(@PathParam("figureId") UUID figureId, @HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("/fee-repostings")
    RepostingPage listFeeRepostings(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @GET
    @Path("/fee-repostings/{repostingId}")
    Reposting getFeeReposting(@PathParam("repostingId") UUID repostingId);

    @GET
    @Path("/administrative-fee-rates")
    Rates listAdministrativeFeeRates();

    @POST
    @Path("/administrative-fee-rates")
    Rate proposeAdministrativeFeeRate(@HeaderParam("Idempotency-Key") String key, NewRate rate);

    @POST
    @Path("/administrative-fee-rates/{figureId}/withdrawal")
    Rate withdrawAdministrativeFeeRate(
            @PathParam("figureId") UUID figureId,
            @HeaderParam("Idempotency-Key") String key,
            NewProposalWithdrawal withdrawal);

    @POST
    @Path("/administrative-fee-rates/{figureId}/activation")
    Rate activateAdministrativeFeeRate(
            @PathParam("figureId") UUID figureId, @HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("/report-due-rules")
    DueRules listReportDueRules();

    @POST
    @Path("/report-due-rules")
    DueRule proposeReportDueRule(@HeaderParam("Idempotency-Key") String key, NewDueRule rule);

    @POST
    @Path("/report-due-rules/{figureId}/withdrawal")
    DueRule withdrawReportDueRule(
            @PathParam("figureId") UUID figureId,
            @HeaderParam("Idempotency-Key") String key,
            NewProposalWithdrawal withdrawal);

    @POST
    @Path("/report-due-rules/{figureId}/activation")
    RuleActivation activateReportDueRule(
            @PathParam("figureId") UUID figureId, @HeaderParam("Idempotency-Key") String key);

    record Rates(List<Rate> proposed) {}

    /** @param rate share of an amount, from 0 */
    record Rate(
            UUID figureId,
            LocalDate firstOrderDate,
            BigDecimal rate,
            String source,
            String confidence,
            String proposedBy,
            Instant proposedAt,
            @Nullable String activatedBy,
            @Nullable Instant activatedAt,
            @Nullable ProposalWithdrawal withdrawal) {}

    record NewRate(LocalDate firstOrderDate, String rate, String source, String confidence) {}

    /** @param reposting where to see how far the orders that bear the rate are posted again */
    record RateActivation(String reposting) {}

    record DueRules(List<DueRule> proposed) {}

    /** @param dayOfNextMonth of the month after the quarter's end */
    record DueRule(
            UUID figureId,
            String name,
            String firstQuarter,
            int dayOfNextMonth,
            String source,
            String confidence,
            String proposedBy,
            Instant proposedAt,
            @Nullable String activatedBy,
            @Nullable Instant activatedAt,
            @Nullable ProposalWithdrawal withdrawal) {}

    record NewDueRule(String name, String firstQuarter, int dayOfNextMonth, String source, String confidence) {}

    record RuleActivation(long dueDatesChanged) {}

    record RepostingPage(List<Reposting> items, @Nullable String next) {}

    /**
     * @param figureId the rate whose activation began it
     * @param state {@code WAITING}, {@code RUNNING} or {@code FINISHED}
     */
    record Reposting(
            UUID repostingId,
            UUID figureId,
            String state,
            LocalDate fromOrderDate,
            LocalDate throughOrderDate,
            RepostingProgress progress,
            Instant requestedAt,
            @Nullable Instant endedAt) {
        public boolean isUnderWay() {
            return !state.equals("FINISHED");
        }
    }

    /** @param of how many orders there were when it began; null before */
    record RepostingProgress(long done, @Nullable Long of, long postings) {}
}
