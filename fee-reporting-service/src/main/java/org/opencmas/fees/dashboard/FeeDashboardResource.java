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
    @Schema(description = "Totals of one quarter, agency type or contractor.")
    record RowView(
            @Schema(examples = "2026-Q3", description = "With by=quarter: the quarter whose reports show the amounts.")
            @Nullable
            String quarter,

            @Schema(examples = "K12", description = "With by=agency-type: the type of the buying agencies.") @Nullable
            String agencyType,

            @Schema(description = "With by=contractor: the holder of the agreements.") @Nullable
            String contractorId,

            @Nullable String contractorName,
            @JsonUnwrapped Figures figures) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Figures(
            @Schema(
                    implementation = String.class,
                    examples = "125000.00",
                    description = "Local orders, amendments, rejections and terminations before tax and freight.")
            Usd sales,

            @Schema(
                    implementation = String.class,
                    examples = "1250.00",
                    description =
                            "The exact incentive fee owed on them, not rounded. Statements round once per agreement"
                                    + " and quarter, so their sum may differ by cents.")
            Usd feeDue,

            @Schema(
                    implementation = String.class,
                    examples = "25000.00",
                    description =
                            "The part of sales by contractors that were certified small businesses on the order date.")
            Usd salesWaived,

            @Schema(
                    implementation = String.class,
                    examples = "312.50",
                    description = "The exact fee not owed on that part.")
            Usd feeWaived,

            @Schema(
                    description =
                            "Orders, counted in the quarter in which they first named an agreement, once for each of their"
                                    + " agreements; amendments and terminations do not count. A rejected order is taken out"
                                    + " in the quarter of its rejection.")
            long orders,

            @Schema(description = "Quarterly reports expected; absent by agency type.") @Nullable
            Long reportsExpected,

            @Schema(description = "Quarterly reports filed; absent by agency type.") @Nullable
            Long reportsFiled,

            @Schema(
                    implementation = String.class,
                    examples = "1250.00",
                    description = "The fee to be paid on the filed reports, rounded on each; absent by agency type.")
            @Nullable
            Usd feeDueFiled,

            @Schema(
                    description =
                            "Orders that no other figure has, since their fee cannot be worked out yet; counted in the quarter"
                                    + " in which they first named an agreement. Without a type or contractor they are in the"
                                    + " total only. Listed at /v1/uncomputable-orders.")
            long uncomputableOrders,

            @Schema(
                    implementation = String.class,
                    examples = "0.00",
                    description = "What they come to now, before tax and freight.")
            Usd uncomputableSales) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DashboardView(
            @Schema(examples = "quarter") String by,

            @Schema(implementation = String.class, examples = "2026-Q1")
            CalendarQuarter from,

            @Schema(implementation = String.class, examples = "2026-Q4")
            CalendarQuarter through,

            List<RowView> rows,

            @Schema(description = "Over all quarters asked for, whatever page is shown.")
            Figures total,

            @Schema(description = "By service, the position of its journal up to which the figures know its events.")
            Map<String, Long> asOf,

            @Schema(description = "Where the following contractors are; absent on the last page.") @Nullable
            String next) {}

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(
            operationId = "getFeeDashboard",
            summary = "Sales, fees and reports by quarter, agency type or contractor",
            description =
                    "Read from totals that are kept in the transaction of every posting and filing, so it costs the same"
                            + " at any number of ledger entries.")
    public DashboardView get(
            @Parameter(description = "quarter, agency-type or contractor; quarter when absent", example = "quarter")
                    @QueryParam("by")
                    @Nullable
                    String by,
            @Parameter(description = "First quarter, inclusive", required = true, example = "2026-Q1")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Last quarter, inclusive; the first when absent", example = "2026-Q4")
                    @QueryParam("through")
                    @Nullable
                    String through,
            @Parameter(description = "Contractors on a page, 1 to 200; 50 when absent") @QueryParam("limit") @Nullable
                    Integer limit,
            @Parameter(description = "From the next link of the page before") @QueryParam("cursor") @Nullable
                    String cursor,
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
