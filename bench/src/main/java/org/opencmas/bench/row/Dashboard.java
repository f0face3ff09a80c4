package org.opencmas.bench.row;

import java.math.BigDecimal;
import org.opencmas.bench.result.Comparison;

/** A dashboard's total over a million ledger entries. */
public final class Dashboard implements Row {
    private static final int ENTRIES = 1_000_000;

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public String help() {
        return "a total over a million ledger entries";
    }

    @Override
    public void measure(Run run) throws Exception {
        var dashboard = new DashboardTotal(run.suite());
        run.out().println("dashboard: writing a million ledger entries");
        dashboard.fill(ENTRIES);
        run.results()
                .add(new Comparison(
                        "dashboard total over 1M ledger entries, p50",
                        "the totals' rows by raw SQL plus an empty HTTP answer",
                        "ms",
                        new BigDecimal(4),
                        false,
                        run.measurements().alternate("dashboard total", dashboard::suite, dashboard::bare)));
    }
}
