package org.opencmas.console.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;
import org.opencmas.console.frame.field.SentFile;

/** Quarterly reports in files; one operation for each kind of file, which says itself what it is. */
@Path("/v1")
@RegisterRestClient(configKey = "fees-files")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface ReportFiles {
    @GET
    @Path("/quarterly-reports/{number}/{quarter}/lines")
    RestResponse<SavedReport> getReportLines(@PathParam("number") String number, @PathParam("quarter") String quarter);

    @POST
    @Path("/quarterly-reports/{number}/{quarter}/uploads")
    @Consumes(SentFile.CSV)
    RestResponse<Void> uploadReport(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            java.nio.file.Path file);

    @POST
    @Path("/quarterly-reports/{number}/{quarter}/uploads")
    @Consumes(SentFile.WORKBOOK)
    RestResponse<Void> uploadReportWorkbook(
            @PathParam("number") String number,
            @PathParam("quarter") String quarter,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            java.nio.file.Path file);

    @POST
    @Path("/quarterly-reports/{number}/{quarter}/upload-checks")
    @Consumes(SentFile.CSV)
    @Produces(SentFile.WORKBOOK)
    RestResponse<byte[]> checkReportUpload(
            @PathParam("number") String number, @PathParam("quarter") String quarter, java.nio.file.Path file);

    @POST
    @Path("/quarterly-reports/{number}/{quarter}/upload-checks")
    @Consumes(SentFile.WORKBOOK)
    @Produces(SentFile.WORKBOOK)
    RestResponse<byte[]> checkReportUploadWorkbook(
            @PathParam("number") String number, @PathParam("quarter") String quarter, java.nio.file.Path file);

    @GET
    @Path("/report-template")
    @Produces(SentFile.WORKBOOK)
    RestResponse<byte[]> getReportTemplate();

    /** What was saved of a report and is not filed; its lines are not read, since there may be hundreds of thousands. */
    record SavedReport(@Nullable SavedDraft draft, @Nullable SavedLines reported) {}

    record SavedDraft(int version, String origin, Instant savedAt, String savedBy) {}

    record SavedLines(Reports.ReportedTotals totals) {}
}
