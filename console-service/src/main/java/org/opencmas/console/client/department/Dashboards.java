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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** How punctually reports come, how old unpaid fees are, and files of all figures or of the entries behind them. */
@Path("/v1")
@RegisterRestClient(configKey = "fees-files")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Dashboards {
    @GET
    @Path("/dashboards/reports")
    Punctuality getReportDashboard(
            @QueryParam("by") String by,
            @QueryParam("from") String from,
            @QueryParam("through") String through,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/dashboards/aging")
    Aging getAgingDashboard(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") int limit);

    @GET
    @Path("/dashboard-exports")
    ExportPage listDashboardExports(
            @QueryParam("mine") boolean mine,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @POST
    @Path("/dashboard-exports")
    Export requestDashboardExport(@HeaderParam("Idempotency-Key") String key, NewExport export);

    @GET
    @Path("/dashboard-exports/{exportId}")
    Export getDashboardExport(@PathParam("exportId") UUID exportId);

    @GET
    @Path("/dashboard-exports/{exportId}/file")
    @Produces({"text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/json"})
    RestResponse<byte[]> getDashboardExportFile(@PathParam("exportId") UUID exportId);

    record Punctuality(
            LocalDate asOfDay,
            List<PunctualityRow> rows,
            PunctualityTotal total,
            Map<String, String> definitions,
            @Nullable String next) {}

    record PunctualityRow(
            String member,
            @Nullable String name,
            long expected,
            long filed,
            long filedInTime,
            long filedLate,
            long overdue,
            long open,
            @Nullable BigDecimal punctuality) {}

    record PunctualityTotal(
            long expected,
            long filed,
            long filedInTime,
            long filedLate,
            long overdue,
            long open,
            @Nullable BigDecimal punctuality) {}

    record Aging(
            LocalDate asOfDay,
            List<AgingRow> rows,
            Ages total,
            Map<String, String> definitions,
            @Nullable String next) {}

    record AgingRow(String contractorId, String contractorName, Ages aging) {}

    record Ages(
            BigDecimal notPastDue,
            BigDecimal days1To30,
            BigDecimal days31To60,
            BigDecimal days61To90,
            BigDecimal over90Days,
            BigDecimal total) {}

    record NewExport(String content, String format, String by, String from, String through) {}

    record ExportPage(List<Export> items, @Nullable String next) {}

    /**
     * @param figures the address of the figures that it is of
     * @param file where the file is; null before it is written, and once it is removed
     */
    record Export(
            UUID exportId,
            String state,
            String content,
            String format,
            String figures,
            long position,
            String requestedBy,
            Instant requestedAt,
            @Nullable Long rowCount,
            @Nullable BigDecimal sales,
            @Nullable BigDecimal feeDue,
            @Nullable Long bytes,
            @Nullable String sha256,
            @Nullable String file,
            @Nullable Instant fileRemovedAt,
            @Nullable String failure) {
        /** Tells whether its file is being written. */
        public boolean isUnderWay() {
            return state.equals("WAITING");
        }

        /** Returns the first quarter of its figures, as the API writes it. */
        public String from() {
            return figures.replaceFirst(".*[?&]from=([^&]*).*", "$1");
        }

        /** Returns the last quarter of its figures. */
        public String through() {
            return figures.replaceFirst(".*[?&]through=([^&]*).*", "$1");
        }
    }
}
