package org.opencmas.fees.dashboard.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.dashboard.export.DashboardExport.End;
import org.opencmas.fees.dashboard.export.DashboardExport.Request;
import org.opencmas.fees.dashboard.export.DashboardExport.Totals;
import org.opencmas.fees.dashboard.sales.SalesFilter;
import org.opencmas.fees.dashboard.sales.SalesLines;
import org.opencmas.http.Caller;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.Roles;
import org.opencmas.terms.Usd;

@Path("/v1/dashboard-exports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboards")
class DashboardExportResource {
    /** Most that wait at a time. */
    private static final int MOST_OPEN = 20;

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    private final DashboardExports exports;
    private final SalesLines lines;
    private final Caller caller;
    private final DataSource dataSource;
    private final Clock clock;

    DashboardExportResource(
            DashboardExports exports, SalesLines lines, Caller caller, DataSource dataSource, Clock clock) {
        this.exports = exports;
        this.lines = lines;
        this.caller = caller;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** What to export: the filter of a dashboard. */
    @Schema(name = "NewDashboardExport")
    record NewExport(
            @NotNull DashboardExport.Content content,
            @NotNull DashboardExport.Format format,
            @Nullable String by,
            @Nullable String member,
            @NotNull String from,
            @Nullable String through,
            @Nullable Long position)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            filter(fields);
        }

        SalesFilter filter(FieldReader fields) {
            return SalesFilter.read(fields, "/", by, member, from, through, position);
        }
    }

    /** How far it is. */
    @Schema(name = "DashboardExportState")
    enum State {
        WAITING,
        FINISHED,
        FAILED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DashboardExportView")
    record ExportView(
            UUID exportId,
            State state,
            DashboardExport.Content content,
            DashboardExport.Format format,
            String figures,
            long position,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant endedAt,
            @Nullable Long rowCount,
            @Nullable Usd sales,
            @Nullable Usd feeDue,
            @Nullable Long bytes,
            @Nullable String sha256,
            @Nullable String file,
            @Nullable Instant fileRemovedAt,
            @Nullable String failure) {
        static ExportView of(DashboardExport export) {
            End end = export.end();
            Totals totals = end == null ? null : end.totals();
            Long position = export.filter().position();
            return new ExportView(
                    export.exportId(),
                    end == null ? State.WAITING : totals == null ? State.FAILED : State.FINISHED,
                    export.content(),
                    export.format(),
                    "/v1/dashboards/sales?" + export.filter().query(),
                    position == null ? 0 : position,
                    export.request().by(),
                    export.request().at(),
                    end == null ? null : end.at(),
                    totals == null ? null : totals.rows(),
                    totals == null ? null : totals.sales(),
                    totals == null ? null : totals.feeDue(),
                    totals == null ? null : totals.bytes(),
                    totals == null ? null : totals.sha256(),
                    end == null || !end.hasFile() ? null : "/v1/dashboard-exports/" + export.exportId() + "/file",
                    end == null ? null : end.fileRemovedAt(),
                    end == null ? null : end.failure());
        }
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportDashboard",
            summary = "Asks for a file of sales figures or of the entries behind them")
    @APIResponseSchema(
            value = ExportView.class,
            responseCode = "202",
            responseDescription = "It is going to be written; Location says where to look")
    public Response export(@NotNull @Valid NewExport body) throws SQLException {
        var fields = new FieldReader();
        SalesFilter asked = body.filter(fields);
        fields.requireNoFaults();
        try (Connection connection = dataSource.getConnection()) {
            long last = lines.last(connection);
            Long position = asked.position();
            if (position != null && position > last) {
                throw new InvalidRequest(new Fault("/position", "is later than the last entry, which has " + last));
            }
            if (exports.countOpen(connection) >= MOST_OPEN) {
                throw new Conflict(
                        "exports-waiting", MOST_OPEN + " exports are waiting to be written; ask again when some are.");
            }
            var export = new DashboardExport(
                    TimeOrderedId.next(),
                    body.content(),
                    body.format(),
                    asked.upTo(position == null ? last : position),
                    new Request(caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS)),
                    0,
                    null);
            exports.add(connection, export);
            return Response.accepted(ExportView.of(export))
                    .location(URI.create("/v1/dashboard-exports/" + export.exportId()))
                    .build();
        }
    }

    @GET
    @Path("/{exportId}")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(operationId = "getDashboardExport", summary = "An export: whether its file is there, and what is in it")
    public ExportView get(@PathParam("exportId") UUID exportId) throws SQLException {
        return ExportView.of(find(exportId));
    }

    private DashboardExport find(UUID exportId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return exports.find(connection, exportId).orElseThrow(() -> new NotFound("dashboard export", exportId));
        }
    }

    @GET
    @Path("/{exportId}/file")
    @Produces({MediaType.APPLICATION_JSON, CSV, WORKBOOK})
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(operationId = "getDashboardExportFile", summary = "The file of an export")
    @APIResponse(
            responseCode = "200",
            description = "The file, in the format that was asked for",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = WORKBOOK, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class))
            })
    public Response file(@PathParam("exportId") UUID exportId) throws SQLException {
        DashboardExport export = find(exportId);
        End end = export.end();
        if (end == null || !end.hasFile()) {
            throw new NotFound("file of the dashboard export", exportId);
        }
        return Response.ok(
                        (StreamingOutput) to -> copy(exportId, to),
                        export.format().mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"sales-" + exportId + "."
                                + export.format().ending() + "\"")
                .build();
    }

    /** One piece in memory at a time, and no connection while it is sent: whoever reads slowly keeps it from nobody. */
    private void copy(UUID exportId, OutputStream to) throws IOException {
        int number = 1;
        for (Optional<byte[]> part = part(exportId, number); part.isPresent(); part = part(exportId, ++number)) {
            to.write(part.get());
        }
    }

    private Optional<byte[]> part(UUID exportId, int number) throws IOException {
        try {
            return Tenant.seeingAll(() -> {
                try (Connection connection = dataSource.getConnection()) {
                    return exports.part(connection, exportId, number);
                }
            });
        } catch (SQLException e) {
            throw new IOException("the file could not be read", e);
        }
    }
}
