package org.opencmas.bench.row.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.bench.bare.BareHops;
import org.opencmas.bench.result.Comparison;
import org.opencmas.bench.result.Measurements;
import org.opencmas.bench.suite.Load;
import org.opencmas.bench.suite.RunningSuite;

/** How long it takes at a steady rate from an order's submission to its stored decision, beside bare clients that commit and send. */
final class SubmitToDecision {
    /** As many as may wait for an answer at once. */
    private static final int CLIENTS = 64;

    private static final String TWO = "two commits and two Kafka hops with bare clients at the same rate";

    private final RunningSuite suite;
    private final String bareDatabase;
    private final Duration reading;

    SubmitToDecision(RunningSuite suite, String bareDatabase, Duration reading) {
        this.suite = suite;
        this.bareDatabase = bareDatabase;
        this.reading = reading;
    }

    /**
     * The suite beside bare clients, by p50 and by p99.
     *
     * @param goal for both, null when they are only reported
     */
    List<Comparison> beside(Measurements rounds, int perSecond, @Nullable BigDecimal goal) throws Exception {
        try (BareHops hops = bare(BareHops.Way.SHORTEST)) {
            String token = suite.buyer();
            List<Load.Client> buyers = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                buyers.add(OrderPlacement.buyer(suite, token, "wait=20"));
            }
            List<Comparison> compared = compare(
                    rounds,
                    "submit to decision stored at %d/s".formatted(perSecond),
                    new Timed(buyers, perSecond),
                    new Timed(clients(hops), perSecond),
                    goal);
            for (Load.Client buyer : buyers) {
                buyer.close();
            }
            return compared;
        }
    }

    /** The part of it that the design's number of commits and hops costs by itself, made by bare clients. */
    List<Comparison> ofTheDesign(Measurements rounds, int perSecond) throws Exception {
        try (BareHops asDesigned = bare(BareHops.Way.AS_DESIGNED);
                BareHops shortest = bare(BareHops.Way.SHORTEST)) {
            return compare(
                    rounds,
                    "bare clients with the design's commits and hops at %d/s".formatted(perSecond),
                    new Timed(clients(asDesigned), perSecond),
                    new Timed(clients(shortest), perSecond),
                    null);
        }
    }

    private BareHops bare(BareHops.Way way) throws Exception {
        return new BareHops(way, bareDatabase, suite.stack().bootstrapServers(), suite.order("BARE"));
    }

    private static List<Load.Client> clients(BareHops hops) throws Exception {
        List<Load.Client> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(hops.client());
        }
        return clients;
    }

    private static List<Comparison> compare(
            Measurements rounds, String name, Timed first, Timed second, @Nullable BigDecimal goal) throws Exception {
        List<Comparison.Pair> medians = rounds.alternate(name, first::median, second::median);
        return List.of(
                new Comparison(name + ", p50", TWO, "ms", goal, false, medians),
                new Comparison(name + ", p99", TWO, "ms", goal, false, tails(first, second, medians.size())));
    }

    /** Those of the readings that count, which are the last. */
    private static List<Comparison.Pair> tails(Timed first, Timed second, int counted) {
        List<Comparison.Pair> tails = new ArrayList<>();
        for (int i = counted; i > 0; i--) {
            tails.add(new Comparison.Pair(
                    first.tails.get(first.tails.size() - i), second.tails.get(second.tails.size() - i)));
        }
        return tails;
    }

    /** Clients that are timed at a rate; each reading gives a median and leaves a p99. */
    private final class Timed {
        private final List<Load.Client> clients;
        private final int perSecond;
        private final List<BigDecimal> tails = new ArrayList<>();

        Timed(List<Load.Client> clients, int perSecond) {
            this.clients = clients;
            this.perSecond = perSecond;
        }

        BigDecimal median() throws Exception {
            Load.Latencies latencies = Load.atSteadyRate(clients, perSecond, reading);
            tails.add(latencies.percentileMillis(99));
            return latencies.percentileMillis(50);
        }
    }
}
