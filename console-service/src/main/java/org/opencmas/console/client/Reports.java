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
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** What the pages read of quarterly reports, and what a contractor files with them. */
@Path("/v1")
@RegisterRestClient(configKey = "fees")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Reports {
    String NAME = Fees.NAME;

    @GET
    @Path("/report-obligations")
    ObligationPage listReportObligations(
            @QueryParam("state") List<String> state,
            @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/quarterly-reports/{number}/{quarter}")
    RestResponse<Report> getQuarterlyReport(@PathParam("number") String number, @PathParam("quarter") String quarter);

    @GET
    @Path("/quarterly-reports/{number}/{quarter}/lines")
    RestResponse<ReportDraft> getReportLines(@PathParam("number") String number, @PathParam("quarter") String quarter);

    @PUT
    @Path("/quarterly-reports/{number}/{quarter}/lines")
    RestResponse<ReportDraft> putReportLines(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @HeaderParam("If-Match") String seen,
            NewReportLines lines);

    @GET
    @Path("/quarterly-reports/{number}/{quarter}/corrections")
    ReportVersions listReportVersions(@PathParam("number") String number, @PathParam("quarter") String quarter);

    @POST
    @Path("/quarterly-reports/{number}/{quarter}/corrections")
    FiledCorrection correctReport(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            NewCorrection correction);

    @POST
    @Path("/quarterly-reports/{number}/{quarter}/submission")
    Report fileQuarterlyReport(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            Submission submission);

    @POST
    @Path("/quarterly-reports/{number}/{quarter}/zero-submission")
    Report fileZeroReport(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @HeaderParam("Idempotency-Key") String key,
            Submission submission);

    @POST
    @Path("/zero-reports")
    ZeroReports fileZeroReports(@HeaderParam("Idempotency-Key") String key, Submission submission);

    @GET
    @Path("/quarterly-reports/{number}/{quarter}/paper")
    RestResponse<byte[]> getQuarterlyReportPaper(
            @PathParam("number") String number, @PathParam("quarter") String quarter);

    record ObligationPage(List<Obligation> items, @Nullable String next) {}

    /** @param state OPEN while the quarter runs, DUE, OVERDUE, FILED or SETTLED */
    record Obligation(
            String cmasNumber,
            String quarter,
            String contractorName,
            String state,
            LocalDate dueOn,
            int uncomputableOrders) {}

    record Report(
            String cmasNumber,
            String quarter,
            @Nullable UUID contractorId,
            String contractorName,
            String state,
            LocalDate dueOn,
            List<ReportLine> lines,
            ReportTotals totals,
            List<Uncomputable> uncomputable,
            @Nullable Reported reported,
            @Nullable List<LookAlike> typedDifferently,
            @Nullable Filing filing) {}

    /** An added order that looks like a known one whose number is typed otherwise. */
    record LookAlike(String agencyName, String purchaseOrderNumber, String knownOrderNumber, String sureness) {}

    record ReportLine(
            UUID orderId,
            int documentVersion,
            String cause,
            String agencyName,
            String agencyType,
            String purchaseOrderNumber,
            int amendmentNumber,
            LocalDate purchaseOrderDate,
            String belongsToQuarter,
            BigDecimal totalExcludingTaxAndFreight,
            BigDecimal rate,
            String treatment,
            BigDecimal fee,
            BigDecimal feeWaived,
            String working,
            @Nullable Waiver waiver) {}

    record Waiver(String type, String certificateNumber, LocalDate validFrom, LocalDate validThrough) {}

    record ReportTotals(
            int lineCount,
            BigDecimal totalExcludingTaxAndFreight,
            BigDecimal salesWaived,
            BigDecimal feeWaived,
            BigDecimal feeExact,
            @Nullable BigDecimal feeDeclared,
            BigDecimal feeRounded,
            BigDecimal creditAvailable,
            BigDecimal creditUsed,
            BigDecimal feeDue,
            BigDecimal creditCarriedForward) {}

    record Uncomputable(
            UUID orderId,
            String purchaseOrderNumber,
            LocalDate purchaseOrderDate,
            BigDecimal totalExcludingTaxAndFreight,
            List<String> missing) {}

    /** @param added orders of a file that are too many to stand among the lines */
    record Reported(
            int draftVersion,
            List<ReportedLine> lines,
            ReportedTotals totals,
            @Nullable AddedOrders added) {}

    record AddedOrders(int count) {}

    record ReportedLine(
            String answer,
            String agencyName,
            String purchaseOrderNumber,
            int amendmentNumber,
            LocalDate purchaseOrderDate,
            BigDecimal total,
            BigDecimal fee,
            @Nullable String reason) {}

    record ReportedTotals(
            int lineCount,
            BigDecimal localTotal,
            BigDecimal stateTotal,
            BigDecimal fee,
            BigDecimal totalDifference,
            BigDecimal feeDifference) {}

    record Filing(
            String receiptNumber,
            Instant filedAt,
            String filedBy,
            @Nullable String contactName,
            @Nullable String remarks) {}

    record ReportDraft(@Nullable Draft draft, @Nullable Reported reported) {}

    record Draft(
            int version,
            String origin,
            Instant savedAt,
            String savedBy,
            List<LineAnswer> answers,
            List<AddedRow> added) {}

    /** @param answer CONFIRMED or DISPUTED */
    record LineAnswer(
            UUID orderId,
            int documentVersion,
            String cause,
            String answer,
            @Nullable BigDecimal reportedTotal,
            @Nullable BigDecimal reportedFee,
            @Nullable BigDecimal tax,
            @Nullable BigDecimal freight,
            @Nullable String reason) {}

    record AddedRow(
            String agencyName,
            String agencyClass,
            @Nullable String agencyBillingCode,
            String purchaseOrderNumber,
            @Nullable Integer amendmentNumber,
            LocalDate purchaseOrderDate,
            BigDecimal total,
            @Nullable BigDecimal tax,
            @Nullable BigDecimal freight,
            @Nullable BigDecimal fee,
            @Nullable String reseller,
            @Nullable String agencyContact,
            @Nullable String agencyAddress,
            @Nullable String agencyPhone) {}

    record NewReportLines(List<LineAnswer> answers, List<AddedRow> added) {}

    record Submission(
            @Nullable String contactName, @Nullable String remarks) {}

    record NewCorrection(String reason, @Nullable String remarks) {}

    record FiledCorrection(int version, String receiptNumber) {}

    record ReportVersions(List<ReportVersion> versions) {}

    record ReportVersion(
            int version,
            String receiptNumber,
            @Nullable String reason,
            Instant filedAt,
            String filedBy,
            @Nullable List<String> returnReasons,
            @Nullable Instant returnedAt) {}

    record ZeroReports(int filed, int notFiled, List<ZeroReport> reports) {}

    record ZeroReport(
            String cmasNumber,
            String quarter,
            boolean filed,
            @Nullable String receiptNumber,
            @Nullable String reason) {}
}
