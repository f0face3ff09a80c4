package org.opencmas.bench.row.order;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.opencmas.bench.result.Comparison;
import org.opencmas.bench.result.Machine;
import org.opencmas.bench.row.Row;
import org.opencmas.bench.row.Run;
import org.opencmas.local.server.Server;

/** Orders of a file placed per second, beside what the database takes to copy them. */
public final class OrderImports implements Row {
    @Override
    public String name() {
        return "order-import";
    }

    @Override
    public String help() {
        return "orders of a file placed per second; CMAS_BENCH_IMPORT_ORDERS tells how many (30,000), CMAS_JAVA_OPTS=-Xmx256m in which heap";
    }

    /** What the process was started with, and the most memory that it took. */
    private static void remarkMemory(Run run) throws IOException {
        long pid = run.stack().process(Server.ORDER).orElseThrow().pid();
        Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
        String heap = !Files.exists(commandLine)
                ? "unknown"
                : Arrays.stream(Files.readString(commandLine).split("\0"))
                        .filter(option -> option.startsWith("-Xmx"))
                        .reduce("-Xmx of the machine", (earlier, later) -> later);
        run.results()
                .remark(
                        "order-import",
                        "most memory of the order service, started with " + heap,
                        Machine.peakMegabytes(pid) + " MB");
        run.out().printf("order-import: %s, at most %d MB resident%n", heap, Machine.peakMegabytes(pid));
    }

    @Override
    public void measure(Run run) throws Exception {
        var imports = new OrderImport(run.suite());
        run.results()
                .add(new Comparison(
                        "orders of a file placed per second",
                        "the database copying the stored versions into a table with the same indexes",
                        "1/s",
                        new BigDecimal("0.05"),
                        true,
                        run.measurements().alternate("order import", imports::suite, imports::bare)));
        remarkMemory(run);
    }
}
