package org.opencmas.fees.dashboard.sales;

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
import java.util.Arrays;
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
import org.opencmas.fees.dashboard.sales.SalesTotals.Chosen;
import org.opencmas.fees.dashboard.sales.SalesTotals.Member;
import org.opencmas.fees.dashboard.sales.SalesTotals.Ranking;
import org.opencmas.fees.dashboard.sales.SalesTotals.Read;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Roles;

@Path("/v1/dashboards/sales")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboards")
class SalesDashboardResource {
    private static final int MOST_RANKED = 100;

    private final SalesTotals totals;
    private final SalesLines lines;
    private final DataSource dataSource;

    SalesDashboardResource(SalesTotals totals, SalesLines lines, DataSource dataSource) {
        this.totals = totals;
        this.lines = lines;
        this.dataSource = dataSource;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SalesDashboardRowView")
    record RowView(
            String member,
            @Nullable String name,
            @JsonUnwrapped SalesFigures figures,
            String lines) {
        static RowView of(SalesFilter filter, Member member) {
            return new RowView(
                    member.member(),
                    member.name().isEmpty() ? null : member.name(),
                    member.figures(),
                    "/v1/dashboards/sales/lines?" + filter.of(member.member()).query());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SalesDashboardView")
    record SalesDashboardView(
            String by,
            @Nullable String member,
            CalendarQuarter from,
            CalendarQuarter through,
            List<RowView> rows,
            SalesFigures total,
            long position,
            String citation,
            Map<String, Long> asOf,
            Map<String, String> definitions,
            @Nullable String next) {}

    /** Checks which sales are asked for. */
    static final class FilterCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            SalesFilter.read(
                    fields,
                    "",
                    sent.query("by"),
                    sent.query("member"),
                    sent.query("from"),
                    sent.query("through"),
                    sent.wholeNumber("position"));
        }
    }

    /** Checks which top list is asked for. */
    static final class RankingCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            ranking(fields, sent.number("top"), sent.query("topBy"), sent.query("cursor") == null);
        }
    }

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @CheckedBy({FilterCheck.class, RankingCheck.class})
    @Operation(
            operationId = "getSalesDashboard",
            summary =
                    "Sales by quarter, State fiscal year, agency, contractor, category or schedule, with shares and a trend")
    public SalesDashboardView get(
            @QueryParam("by") @Nullable String by,
            @QueryParam("member") @Nullable String member,
            @Parameter(required = true) @QueryParam("from") @Nullable String from,
            @QueryParam("through") @Nullable String through,
            @QueryParam("position") @Nullable Long position,
            @QueryParam("top") @Nullable Integer top,
            @QueryParam("topBy") @Nullable String topBy,
            @BeanParam Paging paging)
            throws SQLException {
        SalesFilter filter = SalesFilter.of("", by, member, from, through, position);
        var fields = new FieldReader();
        Ranking ranking = ranking(fields, top, topBy, paging.isFirst());
        fields.requireNoFaults();
        String after = paging.after(1).map(key -> key.keys().getFirst()).orElse(null);
        Chosen chosen = new Chosen(after, ranking, top == null ? paging.count() : top);
        Read read;
        try (Connection connection = dataSource.getConnection()) {
            read = totals.read(connection, filter, chosen);
        }
        requirePast(position, read.last());
        SalesFilter pinned = filter.upTo(Objects.requireNonNullElse(position, read.last()));
        Page<Member> page = ranking == null
                ? paging.page(read.members(), each -> Cursor.of(each.member()))
                : new Page<>(read.members(), null);
        String ranked = ranking == null ? "" : "&top=" + top + "&topBy=" + param(ranking);
        return new SalesDashboardView(
                filter.view().param(),
                filter.member(),
                filter.from(),
                filter.through(),
                page.items().stream().map(each -> RowView.of(pinned, each)).toList(),
                read.total(),
                Objects.requireNonNullElse(pinned.position(), 0L),
                "/v1/dashboards/sales?" + pinned.query() + ranked,
                read.asOf(),
                SalesFigures.DEFINITIONS,
                page.next());
    }

    @GET
    @Path("/lines")
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @CheckedBy(FilterCheck.class)
    @Operation(operationId = "listSalesLines", summary = "The entries behind a figure of the sales, by the same filter")
    public Page<SalesLines.Line> list(
            @QueryParam("by") @Nullable String by,
            @QueryParam("member") @Nullable String member,
            @Parameter(required = true) @QueryParam("from") @Nullable String from,
            @QueryParam("through") @Nullable String through,
            @QueryParam("position") @Nullable Long position,
            @BeanParam Paging paging)
            throws SQLException {
        SalesFilter filter = SalesFilter.of("", by, member, from, through, position);
        long after = paging.after(1).map(SalesDashboardResource::position).orElse(0L);
        try (Connection connection = dataSource.getConnection()) {
            if (position != null) {
                requirePast(position, lines.last(connection));
            }
            return paging.page(
                    lines.read(connection, filter, after, paging.count()),
                    line -> Cursor.of(Long.toString(line.position())));
        }
    }

    private static long position(Cursor cursor) {
        try {
            return Long.parseLong(cursor.keys().getFirst());
        } catch (NumberFormatException e) {
            throw new InvalidRequest(new Fault("cursor", "is not a cursor of this list"));
        }
    }

    private static void requirePast(@Nullable Long position, long last) {
        if (position != null && position > last) {
            throw new InvalidRequest(new Fault("position", "is later than the last entry, which has " + last));
        }
    }

    /** @param isFirst whether the first page is asked for, the only one of a top list */
    private static @Nullable Ranking ranking(
            FieldReader fields, @Nullable Integer top, @Nullable String topBy, boolean isFirst) {
        Ranking ranking = Arrays.stream(Ranking.values())
                .filter(each -> param(each).equals(topBy == null ? param(Ranking.SALES) : topBy))
                .findFirst()
                .orElse(null);
        if (ranking == null) {
            fields.fault("topBy", "is not one of sales, fee-due, orders");
        } else if (top == null && topBy != null) {
            fields.fault("topBy", "is for top lists", "Say with top how many.");
        }
        if (top == null) {
            return null;
        }
        if (top < 1 || top > MOST_RANKED) {
            fields.fault("top", "must be between 1 and " + MOST_RANKED);
        }
        if (!isFirst) {
            fields.fault("cursor", "is not a cursor of this list", "A top list has one page.");
        }
        return ranking;
    }

    private static String param(Ranking ranking) {
        return ranking.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
