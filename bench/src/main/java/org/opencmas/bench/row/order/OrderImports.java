package org.opencmas.bench.row.order;

import java.math.BigDecimal;
import org.opencmas.bench.result.Comparison;
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
        run.remarkMemory(name(), "the order service", Server.ORDER);
    }
}
