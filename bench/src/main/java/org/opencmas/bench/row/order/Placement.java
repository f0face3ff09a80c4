package org.opencmas.bench.row.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.opencmas.bench.bare.BareStore;
import org.opencmas.bench.result.Comparison;
import org.opencmas.bench.row.Row;
import org.opencmas.bench.row.Run;
import org.opencmas.local.server.Server;

/** Orders placed per second: with all services, then of the one service, while the others, which would share its processors, rest. */
public final class Placement implements Row {
    static final int CLIENTS = 16;

    @Override
    public String name() {
        return "placement";
    }

    @Override
    public String help() {
        return "orders placed per second over HTTP, " + CLIENTS + " clients";
    }

    @Override
    public void measure(Run run) throws Exception {
        var store = new BareStore(run.bareDatabase(), run.suite().order("BARE"));
        compare(run, store, "orders placed per second, whole suite running", null);
        run.rest(Server.COMPLIANCE, Server.FEES, Server.REGISTRY);
        compare(run, store, "orders placed per second", new BigDecimal("0.3"));
    }

    private static void compare(Run run, BareStore store, String name, @Nullable BigDecimal goal) throws Exception {
        var placement = new OrderPlacement(run.suite(), CLIENTS, run.reading());
        run.results()
                .add(new Comparison(
                        name,
                        "bare JDBC: order, three lines and journal row in one prepared statement per transaction, "
                                + CLIENTS + " connections",
                        "1/s",
                        goal,
                        true,
                        run.measurements().alternate(name, placement::suite, () -> placement.bare(store))));
    }
}
