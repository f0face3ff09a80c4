package org.opencmas.console.dashboard;

import org.opencmas.console.client.Sales.SalesDashboard;
import org.opencmas.console.client.Sales.SalesRow;
import org.opencmas.console.frame.text.CsvTable;

/** The sales as a table to keep: the figures as the service tells them, shares as parts of one. */
final class SalesTable {
    private SalesTable() {}

    static CsvTable of(SalesDashboard found) {
        var table = new CsvTable(
                found.by(),
                "name",
                "orders",
                "sales",
                "localSales",
                "stateSales",
                "feeDue",
                "feeWaived",
                "smallBusinessOrDvbeShare",
                "nspShare",
                "calCardShare",
                "salesYearBefore",
                "growth");
        for (SalesRow row : found.rows()) {
            table.add(
                    row.member(),
                    row.name(),
                    row.orders(),
                    row.sales(),
                    row.localSales(),
                    row.stateSales(),
                    row.feeDue(),
                    row.feeWaived(),
                    row.smallBusinessOrDvbeShare(),
                    row.nspShare(),
                    row.calCardShare(),
                    row.yearBefore().sales(),
                    row.yearBefore().growth());
        }
        return table;
    }
}
