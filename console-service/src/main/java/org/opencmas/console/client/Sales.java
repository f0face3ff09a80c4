package org.opencmas.console.client;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ReaderTokenFilter;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** Sales with their shares and their trend, and the entries that they are the sums of. */
@Path("/v1")
@RegisterRestClient(configKey = "fees")
@RegisterProvider(ServiceAnswersFilter.class)
@RegisterProvider(ReaderTokenFilter.class)
public interface Sales {
    @GET
    @Path("/dashboards/sales")
    SalesDashboard getSalesDashboard(
            @QueryParam("by") String by,
            @QueryParam("from") String from,
            @QueryParam("through") String through,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/dashboards/sales/lines")
    SalesLinePage listSalesLines(
            @QueryParam("by") String by,
            @QueryParam("member") @Nullable String member,
            @QueryParam("from") String from,
            @QueryParam("through") String through,
            @QueryParam("position") @Nullable Long position,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    /**
     * @param position up to which entry the figures count: a question with it is answered the same for ever
     * @param definitions what each figure is, by its name
     */
    record SalesDashboard(
            String by,
            String from,
            String through,
            List<SalesRow> rows,
            SalesFigures total,
            long position,
            Map<String, String> definitions,
            @Nullable String next) {}

    /** @param member a quarter, a fiscal year, a kind of agency, the id of an agency or contractor, a category or a schedule */
    record SalesRow(
            String member,
            @Nullable String name,
            BigDecimal sales,
            BigDecimal localSales,
            BigDecimal stateSales,
            BigDecimal feeDue,
            BigDecimal feeWaived,
            @Nullable BigDecimal smallBusinessOrDvbeShare,
            @Nullable BigDecimal nspShare,
            @Nullable BigDecimal calCardShare,
            long orders,
            long entries,
            SalesYearBefore yearBefore) {}

    record SalesFigures(
            BigDecimal sales,
            BigDecimal localSales,
            BigDecimal stateSales,
            BigDecimal feeDue,
            BigDecimal feeWaived,
            @Nullable BigDecimal smallBusinessOrDvbeShare,
            @Nullable BigDecimal nspShare,
            @Nullable BigDecimal calCardShare,
            long orders,
            long entries,
            SalesYearBefore yearBefore) {}

    /** @param growth the change divided by the sales of then; null where there were none */
    record SalesYearBefore(BigDecimal sales, @Nullable BigDecimal growth) {}

    record SalesLinePage(List<SalesLine> items, @Nullable String next) {}

    record SalesLine(
            String cmasNumber,
            UUID orderId,
            String purchaseOrderNumber,
            String cause,
            String quarter,
            @Nullable String agencyName,
            @Nullable String contractorName,
            BigDecimal sales,
            BigDecimal feeDue,
            BigDecimal feeWaived) {}
}
