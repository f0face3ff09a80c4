package org.opencmas.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opencmas.bench.result.Machine;
import org.opencmas.bench.result.Report;
import org.opencmas.bench.result.Results;
import org.opencmas.bench.row.Row;
import org.opencmas.bench.row.Run;
import org.opencmas.bench.row.Starts;
import org.opencmas.bench.suite.RunningSuite;
import org.opencmas.local.server.Ports;
import org.opencmas.local.server.Progress;
import org.opencmas.local.stack.Stack;

/**
 * The program behind {@code ./cmas bench}: starts a fresh stack on ports of its own, takes each measurement in turn with its
 * denominator, prints the table, and writes {@code bench/results/*.json}.
 */
public final class Bench {
    private static final String HELP = """
            ./cmas bench [--only %s]
                        [--rounds 5] [--seconds 5] [--warm-up 90] [--orders 1000000]

            %s

            Each reading takes --seconds; before those that count readings are taken for --warm-up seconds, since a program is slow
            until it is compiled.
            """.formatted(
                    names().collect(Collectors.joining(",")),
                    Rows.all().stream()
                            .map(row -> "  %-11s %s".formatted(row.name(), row.help()))
                            .collect(Collectors.joining(System.lineSeparator())));

    private final Options options;
    private final PrintStream out;
    private final Path root;
    private final Results results = new Results();

    private Bench(Options options, Path root, PrintStream out) {
        this.options = options;
        this.root = root;
        this.out = out;
    }

    private static Stream<String> names() {
        return Rows.all().stream().map(Row::name);
    }

    /** What was asked for on the command line. */
    private record Options(Set<String> only, int rounds, Duration reading, Duration warmUp, int orders) {
        static Options parse(String... arguments) {
            Set<String> all = names().collect(Collectors.toCollection(TreeSet::new));
            Set<String> only = all;
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
            if (!all.containsAll(only)) {
                throw new IllegalArgumentException("--only takes " + all);
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
            var report = new Report(machine, command.trim());
            report.print(results, out);
            report.write(
                    root.resolve("bench/results"), results, Clock.systemUTC().instant());
        }
    }

    private void measure(Stack stack) throws Exception {
        String start = Run.start(stack);
        if (options.only().contains(Starts.NAME)) {
            // Otherwise what was measured of the start before would be written over, and without the second start and
            // the memory.
            results.remark(Starts.HEADING, "first start, empty until everything answers", start);
        }
        var suite = new RunningSuite(stack);
        suite.prepare();
        var run = new Run(suite, results, options.rounds(), options.reading(), options.warmUp(), options.orders(), out);
        for (Row row : Rows.all()) {
            if (options.only().contains(row.name())) {
                row.measure(run);
            }
        }
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
