package org.opencmas.fees.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.dashboard.FeeTotals.Row;
import org.opencmas.fees.dashboard.FeeTotals.View;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.Usd;

/** The totals of a view with those of its rows. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FeeDashboardView")
record FeeDashboardView(
        String by,
        CalendarQuarter from,
        CalendarQuarter through,
        List<RowView> rows,
        Figures total,
        Map<String, Long> asOf,
        @Nullable String next) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FeeDashboardRowView")
    record RowView(
            @Nullable String quarter,
            @Nullable String agencyType,
            @Nullable String contractorId,
            @Nullable String contractorName,
            @JsonUnwrapped Figures figures) {
        static RowView of(View view, Row row) {
            return new RowView(
                    view == View.QUARTER ? row.member() : null,
                    view == View.AGENCY_TYPE ? row.member() : null,
                    view == View.CONTRACTOR ? row.member() : null,
                    view == View.CONTRACTOR ? row.name() : null,
                    Figures.of(row, view != View.AGENCY_TYPE));
        }
    }

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
            Usd uncomputableSales,
            @Nullable Usd salesDeclared,
            @Nullable Usd feeDeclared,
            @Nullable Usd feeDeclaredWaived,
            @Nullable Usd feeOwed) {
        /**
         * @param withReports false where figures are split by what reports do not tell: they name a local agency and not its type, and what
         *     they add of State orders bears no fee and is in no book
         */
        static Figures of(Row row, boolean withReports) {
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
                    row.uncomputable().sales(),
                    withReports ? row.declared().sales() : null,
                    withReports ? row.declared().fee() : null,
                    withReports ? row.declared().feeWaived() : null,
                    withReports ? row.feeDue().plus(row.declared().fee()) : null);
        }
    }
}
