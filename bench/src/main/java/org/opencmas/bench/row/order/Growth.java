package org.opencmas.bench.row.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.opencmas.bench.result.Comparison;
import org.opencmas.bench.row.Row;
import org.opencmas.bench.row.Run;
import org.opencmas.local.server.Server;

/** Placement with many orders stored beside placement with few. Both readings are the suite's own, one after the other: a database cannot be small and large in turn. */
public final class Growth implements Row {
    private static final int FEW = 10_000;

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String help() {
        return "placement rate with many orders stored over the rate with 10,000 (--orders)";
    }

    @Override
    public void measure(Run run) throws Exception {
        run.rest(Server.COMPLIANCE, Server.FEES, Server.REGISTRY);
        var placement = new OrderPlacement(run.suite(), Placement.CLIENTS, run.reading());
        List<BigDecimal> small = atSize(run, placement, FEW);
        List<BigDecimal> large = atSize(run, placement, run.orders());
        List<Comparison.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < small.size(); i++) {
            pairs.add(new Comparison.Pair(large.get(i), small.get(i)));
        }
        run.results()
                .add(new Comparison(
                        "placement rate with %,d orders stored".formatted(run.orders()),
                        "the same rate with 10,000 orders stored",
                        "1/s",
                        new BigDecimal("0.9"),
                        true,
                        pairs));
    }

    private static List<BigDecimal> atSize(Run run, OrderPlacement placement, int orders) throws Exception {
        run.out().printf("growth: storing %,d orders%n", orders);
        run.rest(Server.ORDER);
        new StoredOrders(run.suite()).fillTo(orders);
        run.stack().startOne(Server.ORDER);
        List<BigDecimal> readings = new ArrayList<>();
        long compiled = System.nanoTime() + run.warmUp().toNanos();
        while (System.nanoTime() < compiled) {
            placement.suite();
        }
        for (int i = 0; i < run.rounds(); i++) {
            readings.add(placement.suite());
            run.out().printf("  %d of %d: %s/s%n", i + 1, run.rounds(), readings.getLast());
        }
        return readings;
    }
}
