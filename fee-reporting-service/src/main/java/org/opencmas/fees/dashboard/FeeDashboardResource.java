package org.opencmas.fees.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.dashboard.FeeTotals.Row;
import org.opencmas.fees.dashboard.FeeTotals.Totals;
import org.opencmas.fees.dashboard.FeeTotals.View;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Roles;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

@Path("/v1/dashboards/fees")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboards")
class FeeDashboardResource {
    private final FeeTotals totals;
    private final DataSource dataSource;

    FeeDashboardResource(FeeTotals totals, DataSource dataSource) {
        this.totals = totals;
        this.dataSource = dataSource;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeeDashboardRowView")
    record RowView(
            @Nullable String quarter,

            @Nullable String agencyType,

            @Nullable String contractorId,

            @Nullable String contractorName,
            @JsonUnwrapped Figures figures) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeeDashboardFigures")
    record Figures(
            Usd sales,

            Usd feeDue,

            Usd salesWaived,

            Usd feeWaived,

            long orders,

            @Nullable Long reportsExpected,

            @Nullable Long reportsFiled,

            @Nullable Usd feeDueFiled,

            long uncomputableOrders,

            Usd uncomputableSales) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeeDashboardView")
    record DashboardView(
            String by,

            CalendarQuarter from,

            CalendarQuarter through,

            List<RowView> rows,

            Figures total,

            Map<String, Long> asOf,

            @Nullable String next) {}

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "getFeeDashboard",
            summary = "Sales, fees and reports by quarter, agency type or contractor")
    public DashboardView get(
            @QueryParam("by") @Nullable String by,
            @Parameter(required = true) @QueryParam("from") @Nullable String from,
            @QueryParam("through") @Nullable String through,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri)
            throws SQLException {
        View view = view(by);
        CalendarQuarter first = first(from);
        CalendarQuarter last = Objects.requireNonNullElse(UrlValues.optionalQuarter("through", through), first);
        if (last.compareTo(first) < 0) {
            throw new InvalidRequest(new Fault("through", "must not be before from (" + first + ")"));
        }
        int size = Page.limit(limit);
        String after = Cursor.parse(cursor, 1).map(key -> key.keys().getFirst()).orElse("");
        Totals read = read(view, first, last, after, size + 1);
        Page<Row> page = switch (view) {
            case QUARTER -> new Page<>(read.quarters(), null);
            case AGENCY_TYPE -> new Page<>(read.members(), null);
            case CONTRACTOR -> Page.of(read.members(), size, row -> Cursor.of(row.member()), uri);
        };
        return new DashboardView(
                name(view),
                first,
                last,
                page.items().stream().map(row -> view(view, row)).toList(),
                figures(read.quarters().stream().reduce(Row.ZERO, Row::plus), true),
                read.asOf(),
                page.next());
    }

    private Totals read(View view, CalendarQuarter first, CalendarQuarter last, String after, int count)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return switch (view) {
                case QUARTER -> totals.byQuarter(connection, first, last);
                case AGENCY_TYPE -> totals.byAgencyType(connection, first, last);
                case CONTRACTOR -> totals.byContractor(connection, first, last, after, count);
            };
        }
    }

    private static View view(@Nullable String by) {
        if (by == null) {
            return View.QUARTER;
        }
        for (View view : View.values()) {
            if (name(view).equals(by)) {
                return view;
            }
        }
        throw new InvalidRequest(new Fault("by", "is not one of quarter, agency-type, contractor"));
    }

    private static String name(View view) {
        return view.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static CalendarQuarter first(@Nullable String from) {
        if (from == null) {
            throw new InvalidRequest(new Fault("from", "is missing", "Give the first quarter, such as from=2026-Q1."));
        }
        return UrlValues.quarter("from", from);
    }

    private static RowView view(View view, Row row) {
        return new RowView(
                view == View.QUARTER ? row.member() : null,
                view == View.AGENCY_TYPE ? row.member() : null,
                view == View.CONTRACTOR ? row.member() : null,
                view == View.CONTRACTOR ? row.name() : null,
                figures(row, view != View.AGENCY_TYPE));
    }

    private static Figures figures(Row row, boolean withReports) {
        return new Figures(
                row.sales(),
                row.feeDue(),
                row.salesWaived(),
                row.feeWaived(),
                row.orders(),
                withReports ? row.reportsExpected() : null,
                withReports ? row.reportsFiled() : null,
                withReports ? row.feeDueFiled() : null,
                row.uncomputable().orders(),
                row.uncomputable().sales());
    }
}
