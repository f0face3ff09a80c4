package org.opencmas.bench;

import java.util.List;
import org.opencmas.bench.row.Dashboard;
import org.opencmas.bench.row.FeeDashboard;
import org.opencmas.bench.row.Lists;
import org.opencmas.bench.row.LongReview;
import org.opencmas.bench.row.OrderChecks;
import org.opencmas.bench.row.QuarterClose;
import org.opencmas.bench.row.ReportUploads;
import org.opencmas.bench.row.Row;
import org.opencmas.bench.row.Starts;
import org.opencmas.bench.row.console.ConsolePages;
import org.opencmas.bench.row.order.Decision;
import org.opencmas.bench.row.order.Growth;
import org.opencmas.bench.row.order.OrderImports;
import org.opencmas.bench.row.order.Placement;
import org.opencmas.bench.row.registry.AgreementReads;
import org.opencmas.bench.row.registry.PriceListImports;
import org.opencmas.bench.row.registry.Search;

/**
 * All rows in the order in which they are measured. Those that let services rest start them again before they end, but for the
 * last two, which make the rest of the suite rest for good.
 */
public final class Rows {
    private static final List<Row> ALL = List.of(
            new Decision(),
            new PriceListImports(),
            new OrderImports(),
            new ReportUploads(),
            new Dashboard(),
            new FeeDashboard(),
            new QuarterClose(),
            new Lists(),
            new LongReview(),
            new Search(),
            new AgreementReads(),
            new OrderChecks(),
            new ConsolePages(),
            new Starts(),
            new Placement(),
            new Growth());

    private Rows() {}

    public static List<Row> all() {
        return ALL;
    }
}
