package org.opencmas.console.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.opencmas.console.frame.field.SentFile;

/** Price lists in files, taken over by jobs; one operation for each kind of file, which says itself what it is. */
@Path("/v1")
@RegisterRestClient(configKey = "registry-files")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface PriceListImports {
    @GET
    @Path("/price-list-imports")
    ImportPage listPriceListImports(
            @QueryParam("agreement") @Nullable String agreement,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    /** Answers where the import is, in {@code Location}. */
    @POST
    @Path("/price-list-imports")
    @Consumes(SentFile.CSV)
    RestResponse<Void> importPriceList(
            @QueryParam("agreement") String agreement,
            @QueryParam("supplement") int supplement,
            @QueryParam("effectiveFrom") @Nullable LocalDate effectiveFrom,
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("inBackground") boolean inBackground,
            @HeaderParam("Idempotency-Key") String key,
            java.nio.file.Path file);

    /** Answers where the import is, in {@code Location}. */
    @POST
    @Path("/price-list-imports")
    @Consumes(SentFile.WORKBOOK)
    RestResponse<Void> importPriceListWorkbook(
            @QueryParam("agreement") String agreement,
            @QueryParam("supplement") int supplement,
            @QueryParam("effectiveFrom") @Nullable LocalDate effectiveFrom,
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("inBackground") boolean inBackground,
            @HeaderParam("Idempotency-Key") String key,
            java.nio.file.Path file);

    @GET
    @Path("/price-list-imports/{importId}/progress")
    PriceListImport getPriceListImportProgress(@PathParam("importId") UUID importId);

    @POST
    @Path("/price-list-imports/{importId}/cancellation")
    RestResponse<Void> cancelPriceListImport(
            @PathParam("importId") UUID importId, @HeaderParam("Idempotency-Key") String key);

    @GET
    @Path("/price-list-imports/{importId}/faulty-rows")
    FaultyRowPage listPriceListFaultyRows(
            @PathParam("importId") UUID importId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/price-list-imports/{importId}/corrections")
    @Produces(SentFile.CSV)
    RestResponse<byte[]> getPriceListCorrections(@PathParam("importId") UUID importId);

    /** Answers where the import of the corrected rows is, in {@code Location}. */
    @POST
    @Path("/price-list-imports/{importId}/corrections")
    @Consumes(SentFile.CSV)
    RestResponse<Void> correctPriceListImport(
            @PathParam("importId") UUID importId, @HeaderParam("Idempotency-Key") String key, java.nio.file.Path file);

    @GET
    @Path("/price-list-imports/{importId}/marked-workbook")
    @Produces(SentFile.WORKBOOK)
    RestResponse<byte[]> getMarkedPriceList(@PathParam("importId") UUID importId);

    record ImportPage(List<PriceListImport> items, @Nullable String next) {}

    /** @param state WAITING, RUNNING, PUBLISHED, CHECKED, REFUSED, CANCELLED or FAILED */
    record PriceListImport(
            UUID id,
            String state,
            String cmasNumber,
            int supplementNumber,
            @Nullable LocalDate effectiveFrom,
            @Nullable Integer rows,
            @Nullable Instant publishedAt,
            List<PassedOver> passedOver,
            @Nullable ImportProgress progress) {
        /** Tells whether it goes on by itself. */
        public boolean isUnderWay() {
            return state.equals("WAITING") || state.equals("RUNNING");
        }
    }

    record PassedOver(String sheet, int row, String text) {}

    record ImportProgress(
            String format,
            boolean dryRun,
            @Nullable UUID correctionOf,
            long rowsRead,
            long rowsWrong,
            @Nullable Long rowsPerSecond,
            Instant sentAt,
            String sentBy,
            @Nullable Instant endedAt,
            @Nullable String cancelledBy,
            @Nullable String failure,
            @Nullable ImportProblem problem,
            boolean correctable) {}

    record ImportProblem(String detail, @Nullable List<ImportFault> errors) {}

    record ImportFault(
            @Nullable String pointer,
            String detail,
            @Nullable String remedy) {}

    record FaultyRowPage(List<FaultyRow> items, @Nullable String next) {}

    record FaultyRow(String sheet, long row, Map<String, String> cells, List<RowFaultTold> faults) {}

    record RowFaultTold(
            String pointer, String detail, @Nullable String remedy) {}
}
