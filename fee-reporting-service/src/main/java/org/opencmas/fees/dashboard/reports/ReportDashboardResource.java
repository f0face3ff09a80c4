package org.opencmas.fees.dashboard.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.dashboard.reports.ReportTotals.Member;
import org.opencmas.fees.dashboard.reports.ReportTotals.Read;
import org.opencmas.fees.dashboard.reports.ReportTotals.View;
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.http.QuarterSpan;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Roles;

@Path("/v1/dashboards/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboards")
class ReportDashboardResource {
    private final ReportTotals totals;
    private final DataSource dataSource;
    private final Clock clock;

    ReportDashboardResource(ReportTotals totals, DataSource dataSource, Clock clock) {
        this.totals = totals;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReportDashboardRowView")
    record RowView(
            String member,
            @Nullable String name,
            @JsonUnwrapped ReportFigures figures) {
        static RowView of(Member member) {
            return new RowView(member.member(), member.name().isEmpty() ? null : member.name(), member.figures());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReportDashboardView")
    record ReportDashboardView(
            String by,
            CalendarQuarter from,
            CalendarQuarter through,
            LocalDate asOfDay,
            List<RowView> rows,
            ReportFigures total,
            Map<String, Long> asOf,
            Map<String, String> definitions,
            @Nullable String next) {}

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
            operationId = "getReportDashboard",
            summary = "How punctually reports are filed, by quarter, State fiscal year or contractor")
    public ReportDashboardView get(
            @QueryParam("by") @Nullable String by,
            @Parameter(required = true) @QueryParam("from") @Nullable String from,
            @QueryParam("through") @Nullable String through,
            @BeanParam Paging paging)
            throws SQLException {
        var filters = new Filters();
        View view = view(filters, by);
        QuarterSpan quarters = filters.quarters(from, through);
        filters.requireNoFaults();
        CalendarQuarter first = quarters.first();
        CalendarQuarter last = quarters.last();
        LocalDate today = LocalDate.now(clock);
        String after = paging.after(1).map(key -> key.keys().getFirst()).orElse(null);
        Read read;
        try (Connection connection = dataSource.getConnection()) {
            read = totals.read(connection, view, first, last, today, after, paging.count());
        }
        Page<Member> page = paging.page(read.members(), member -> Cursor.of(member.member()));
        return new ReportDashboardView(
                param(view),
                first,
                last,
                today,
                page.items().stream().map(RowView::of).toList(),
                read.total(),
                read.asOf(),
                ReportFigures.DEFINITIONS,
                page.next());
    }

    private static View view(Filters filters, @Nullable String by) {
        return filters.choice("by", by, List.of(View.values()), ReportDashboardResource::param);
    }

    private static String param(View view) {
        return view.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
