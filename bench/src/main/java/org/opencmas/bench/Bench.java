package org.opencmas.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.opencmas.local.server.Ports;
import org.opencmas.local.server.Progress;
import org.opencmas.local.server.Server;
import org.opencmas.local.stack.Stack;

/**
 * The program behind {@code ./cmas bench}: starts a fresh stack on ports of its own, takes each measurement in turn with its
 * denominator, prints the table, and writes {@code bench/results/*.json}.
 */
public final class Bench {
    private static final Set<String> ALL =
            Set.of("placement", "decision", "import", "dashboard", "lists", "growth", "start");
    private static final int CLIENTS = 16;
    private static final int ORDERS_PER_SECOND = 200;
    // Four services that handle 200 orders a second are not compiled before some minutes have passed.
    private static final int DECISION_WARM_UPS = 6;
    private static final List<Integer> FEWER_ORDERS_PER_SECOND = List.of(100, 50);
    private static final String HELP = """
            ./cmas bench [--only placement,decision,import,dashboard,lists,growth,start] [--rounds 5]
                        [--seconds 5] [--warm-up 90] [--orders 1000000]

              placement   orders placed per second over HTTP, 16 clients
              decision    submit to decision stored at 200 orders a second, at 100 and at 50
              import      price list rows imported per second
              dashboard   a total over a million ledger entries
              lists       by which index a page of each list is found with a million rows, by EXPLAIN, and in what time
              growth      placement rate with many orders stored over the rate with 10,000 (--orders)
              start       time until everything answers, and memory of each process

            Each reading takes --seconds; before those that count readings are taken for --warm-up seconds, six times as long for
            the decision, which waits for whatever is not compiled yet.
            """;

    private final Options options;
    private final PrintStream out;
    private final Path root;
    private final List<Comparison> comparisons = new ArrayList<>();
    private final Map<String, String> remarks = new LinkedHashMap<>();
    private final Map<String, String> lists = new LinkedHashMap<>();

    private Bench(Options options, Path root, PrintStream out) {
        this.options = options;
        this.root = root;
        this.out = out;
    }

    /** What was asked for on the command line. */
    private record Options(Set<String> only, int rounds, Duration reading, Duration warmUp, int orders) {
        static Options parse(String... arguments) {
            Set<String> only = new TreeSet<>(ALL);
            int rounds = 5;
            int seconds = 5;
            int warmUp = 90;
            int orders = 1_000_000;
            for (int i = 0; i < arguments.length; i += 2) {
                String value = i + 1 < arguments.length ? arguments[i + 1] : "";
                switch (arguments[i]) {
                    case "--only" -> only = new TreeSet<>(List.of(value.split(",")));
                    case "--rounds" -> rounds = Integer.parseInt(value);
                    case "--seconds" -> seconds = Integer.parseInt(value);
                    case "--warm-up" -> warmUp = Integer.parseInt(value);
                    case "--orders" -> orders = Integer.parseInt(value);
                    default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
                }
            }
            if (!ALL.containsAll(only)) {
                throw new IllegalArgumentException("--only takes " + new TreeSet<>(ALL));
            }
            return new Options(only, rounds, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp), orders);
        }
    }

    public static void main(String... arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.print(HELP);
            return;
        }
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("cmas bench: " + e.getMessage() + System.lineSeparator() + HELP);
            System.exit(2);
            return;
        }
        Path root = Path.of(System.getenv().getOrDefault("CMAS_ROOT", "."));
        new Bench(options, root, System.out).run("./cmas bench " + String.join(" ", arguments));
    }

    private void run(String command) throws Exception {
        Machine machine = Machine.now();
        Path home = Files.createTempDirectory("cmas-bench-");
        try (var progress = new Progress(out)) {
            var stack = new Stack(root, home, Ports.free(), progress);
            var end = new Thread(stack::stop);
            Runtime.getRuntime().addShutdownHook(end);
            try {
                measure(stack);
            } finally {
                stack.stop();
                Runtime.getRuntime().removeShutdownHook(end);
            }
        } finally {
            delete(home);
            // Also when a measurement failed: what was taken before it stands.
            report(new Report(machine, command.trim()));
        }
    }

    private void report(Report report) throws Exception {
        report.print(comparisons, remarks, lists, out);
        report.write(
                root.resolve("bench/results"),
                comparisons,
                Map.of("start-and-memory", remarks, "lists", lists),
                Clock.systemUTC().instant());
    }

    private void measure(Stack stack) throws Exception {
        start(stack, "first start, empty");
        var suite = new RunningSuite(stack);
        suite.prepare();
        var rounds = new Measurements(options.warmUp(), options.rounds(), out);
        if (asked("decision")) {
            decision(suite);
        }
        if (asked("import")) {
            imports(suite, rounds);
        }
        if (asked("dashboard")) {
            dashboard(suite, rounds);
        }
        if (asked("lists")) {
            lists(stack);
        }
        if (asked("start")) {
            stack.stop();
            start(stack, "second start");
            memory(stack);
        }
        if (asked("placement")) {
            placement(suite, rounds);
        }
        if (asked("growth")) {
            growth(suite, rounds);
        }
    }

    private boolean asked(String name) {
        return options.only().contains(name);
    }

    private void start(Stack stack, String what) {
        long start = System.nanoTime();
        stack.start();
        remarks.put(what + " until everything answers", seconds(System.nanoTime() - start));
    }

    private void memory(Stack stack) throws Exception {
        for (Server server : Server.values()) {
            long pid = stack.process(server).orElseThrow().pid();
            remarks.put("memory of " + server.label(), Machine.residentMegabytes(pid) + " MB");
        }
    }

    /** The rate of one service, so the others, which would share its processors, rest meanwhile; then with all of them. */
    private void placement(RunningSuite suite, Measurements rounds) throws Exception {
        var store = new BareStore(bareDatabase(suite.stack()), suite.order("BARE"));
        var placement = new OrderPlacement(suite, CLIENTS, options.reading());
        String bare = "bare JDBC: order, three lines and journal row in one prepared statement per transaction, "
                + CLIENTS + " connections";
        comparisons.add(new Comparison(
                "orders placed per second, whole suite running",
                bare,
                "1/s",
                null,
                true,
                rounds.alternate("orders placed, whole suite", placement::suite, () -> placement.bare(store))));
        rest(suite.stack(), Server.COMPLIANCE, Server.FEES, Server.REGISTRY);
        comparisons.add(new Comparison(
                "orders placed per second",
                bare,
                "1/s",
                new BigDecimal("0.3"),
                true,
                rounds.alternate("orders placed", placement::suite, () -> placement.bare(store))));
    }

    /** At the asked rate, and at some that leave the processors idle for part of the time: what differs is waiting for them. */
    private void decision(RunningSuite suite) throws Exception {
        var decision = new SubmitToDecision(suite, bareDatabase(suite.stack()), options.reading());
        var first = new Measurements(options.warmUp().multipliedBy(DECISION_WARM_UPS), options.rounds(), out);
        comparisons.addAll(decision.beside(first, ORDERS_PER_SECOND, new BigDecimal(4)));
        var compiled = new Measurements(options.reading(), options.rounds(), out);
        for (int fewer : FEWER_ORDERS_PER_SECOND) {
            comparisons.addAll(decision.beside(compiled, fewer, null));
        }
        comparisons.addAll(decision.ofTheDesign(compiled, ORDERS_PER_SECOND));
    }

    private void imports(RunningSuite suite, Measurements rounds) throws Exception {
        var imports = new PriceListImport(suite, 30_000);
        comparisons.add(new Comparison(
                "price list rows imported per second",
                "COPY of the stored rows into a table with the same indexes",
                "1/s",
                new BigDecimal("0.7"),
                true,
                rounds.alternate("price list import", imports::suite, imports::bare)));
    }

    private void dashboard(RunningSuite suite, Measurements rounds) throws Exception {
        var dashboard = new DashboardTotal(suite);
        out.println("dashboard: writing a million ledger entries");
        dashboard.fill(1_000_000);
        comparisons.add(new Comparison(
                "dashboard total over 1M ledger entries, p50",
                "the totals' rows by raw SQL plus an empty HTTP answer",
                "ms",
                new BigDecimal(4),
                false,
                rounds.alternate("dashboard total", dashboard::suite, dashboard::bare)));
    }

    /** In databases of their own with the services' tables, so that nothing else is measured with a million made-up rows. */
    private void lists(Stack stack) throws Exception {
        out.println("lists: writing a million orders, obligations and postings");
        try (Connection connection = DriverManager.getConnection(stack.superuserUrl("postgres"));
                var statement = connection.createStatement()) {
            // A copy needs the original without sessions, so the services stop for it.
            rest(stack, Server.ORDER, Server.FEES);
            for (String database : List.of("cmas_order", "cmas_fees")) {
                statement.execute("drop database if exists lists_%s with (force)".formatted(database));
                statement.execute("create database lists_%1$s template %1$s".formatted(database));
            }
            stack.startOne(Server.ORDER);
            stack.startOne(Server.FEES);
        }
        var plans = new ListPlans(stack.superuserUrl("lists_cmas_order"), stack.superuserUrl("lists_cmas_fees"));
        plans.fill(1_000_000);
        lists.putAll(plans.read());
    }

    /** Both readings are the suite's own, one after the other: a database cannot be small and large in turn. */
    private void growth(RunningSuite suite, Measurements rounds) throws Exception {
        rest(suite.stack(), Server.COMPLIANCE, Server.FEES, Server.REGISTRY);
        var placement = new OrderPlacement(suite, CLIENTS, options.reading());
        List<BigDecimal> small = atSize(suite, placement, 10_000);
        List<BigDecimal> large = atSize(suite, placement, options.orders());
        List<Comparison.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < small.size(); i++) {
            pairs.add(new Comparison.Pair(large.get(i), small.get(i)));
        }
        comparisons.add(new Comparison(
                "placement rate with %,d orders stored".formatted(options.orders()),
                "the same rate with 10,000 orders stored",
                "1/s",
                new BigDecimal("0.9"),
                true,
                pairs));
    }

    private List<BigDecimal> atSize(RunningSuite suite, OrderPlacement placement, int orders) throws Exception {
        out.printf("growth: storing %,d orders%n", orders);
        rest(suite.stack(), Server.ORDER);
        new StoredOrders(suite).fillTo(orders);
        suite.stack().startOne(Server.ORDER);
        List<BigDecimal> readings = new ArrayList<>();
        long compiled = System.nanoTime() + options.warmUp().toNanos();
        while (System.nanoTime() < compiled) {
            placement.suite();
        }
        for (int i = 0; i < options.rounds(); i++) {
            readings.add(placement.suite());
            out.printf("  %d of %d: %s/s%n", i + 1, options.rounds(), readings.getLast());
        }
        return readings;
    }

    private static void rest(Stack stack, Server... servers) {
        for (Server server : servers) {
            stack.kill(server);
        }
    }

    /** A database of the bare clients' own on the same PostgreSQL, with the same settings. */
    private static String bareDatabase(Stack stack) throws Exception {
        try (Connection connection = DriverManager.getConnection(stack.superuserUrl("postgres"));
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = 'bare'")) {
                if (!found.next()) {
                    connection.createStatement().execute("create database bare");
                }
            }
        }
        return stack.superuserUrl("bare");
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos).movePointLeft(9).setScale(1, RoundingMode.HALF_UP) + " s";
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
