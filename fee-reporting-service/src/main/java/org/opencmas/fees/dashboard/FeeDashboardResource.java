package org.opencmas.fees.dashboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.dashboard.FeeTotals.Asked;
import org.opencmas.fees.dashboard.FeeTotals.Row;
import org.opencmas.fees.dashboard.FeeTotals.Totals;
import org.opencmas.fees.dashboard.FeeTotals.View;
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.http.QuarterSpan;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.Roles;

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

    /** Checks by what is to be told. */
    static final class ViewCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            view(new Filters("", fields), sent.query("by"));
        }
    }

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @CheckedBy({ViewCheck.class, Filters.QuartersCheck.class})
    @Operation(
            operationId = "getFeeDashboard",
            summary = "Sales, fees and reports by quarter, agency type or contractor")
    public FeeDashboardView get(
            @QueryParam("by") @Nullable String by,
            @Parameter(required = true) @QueryParam("from") @Nullable String from,
            @QueryParam("through") @Nullable String through,
            @BeanParam Paging paging)
            throws SQLException {
        var filters = new Filters();
        View view = view(filters, by);
        QuarterSpan quarters = filters.quarters(from, through);
        filters.requireNoFaults();
        int count = paging.count();
        String after = paging.after(1).map(key -> key.keys().getFirst()).orElse("");
        Totals read = read(new Asked(view, quarters, after, count));
        Page<Row> page = switch (view) {
            case QUARTER -> new Page<>(read.quarters(), null);
            case AGENCY_TYPE -> new Page<>(read.members(), null);
            case CONTRACTOR -> paging.page(read.members(), row -> Cursor.of(row.member()));
        };
        return new FeeDashboardView(
                name(view),
                quarters.first(),
                quarters.last(),
                page.items().stream()
                        .map(row -> FeeDashboardView.RowView.of(view, row))
                        .toList(),
                FeeDashboardView.Figures.of(read.quarters().stream().reduce(Row.ZERO, Row::plus), true),
                read.asOf(),
                page.next());
    }

    private static View view(Filters filters, @Nullable String by) {
        return filters.choice("by", by, List.of(View.values()), FeeDashboardResource::name);
    }

    private Totals read(Asked asked) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return totals.read(connection, asked);
        }
    }

    private static String name(View view) {
        return view.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
