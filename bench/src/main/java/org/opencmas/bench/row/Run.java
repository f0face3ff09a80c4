package org.opencmas.bench.row;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import org.opencmas.bench.result.Machine;
import org.opencmas.bench.result.Measurements;
import org.opencmas.bench.result.Results;
import org.opencmas.bench.suite.RunningSuite;
import org.opencmas.local.server.Server;
import org.opencmas.local.stack.Stack;

/**
 * What every row of one run shares.
 *
 * @param rounds how many pairs of readings count
 * @param reading how long a reading of a rate takes
 * @param warmUp for how long readings are taken before any counts
 * @param orders how many orders are stored for what must not grow with them
 */
public record Run(
        RunningSuite suite,
        Results results,
        int rounds,
        Duration reading,
        Duration warmUp,
        int orders,
        PrintStream out) {
    public Stack stack() {
        return suite.stack();
    }

    public Measurements measurements() {
        return measurements(warmUp);
    }

    public Measurements measurements(Duration warmingUp) {
        return new Measurements(warmingUp, rounds, out);
    }

    /** Notes what a service's process was started with, and the most memory that it took. */
    public void remarkMemory(String heading, String service, Server server) throws IOException {
        long pid = stack().process(server).orElseThrow().pid();
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        String heap = !Files.exists(commandLine)
                ? "unknown"
                : Arrays.stream(Files.readString(commandLine).split("\0"))
                        .filter(option -> option.startsWith("-Xmx"))
                        .reduce("-Xmx of the machine", (earlier, later) -> later);
        results.remark(
                heading, "most memory of " + service + ", started with " + heap, Machine.peakMegabytes(pid) + " MB");
        out.printf("%s: %s, at most %d MB resident%n", heading, heap, Machine.peakMegabytes(pid));
    }

    /** Ends services, which would share the processors with what is measured. */
    public void rest(Server... servers) {
        for (Server server : servers) {
            stack().kill(server);
        }
    }

    /** Starts the whole suite, or what of it rests, and tells how long that took until everything answered. */
    public static String start(Stack stack) {
        long start = System.nanoTime();
        stack.start();
        return BigDecimal.valueOf(System.nanoTime() - start).movePointLeft(9).setScale(1, RoundingMode.HALF_UP) + " s";
    }

    /** Returns the URL of a database of the bare clients' own on the same PostgreSQL, with the same settings. */
    public String bareDatabase() throws Exception {
        try (Connection connection = DriverManager.getConnection(stack().superuserUrl("postgres"));
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = 'bare'")) {
                if (!found.next()) {
                    connection.createStatement().execute("create database bare");
                }
            }
        }
        return stack().superuserUrl("bare");
    }
}
