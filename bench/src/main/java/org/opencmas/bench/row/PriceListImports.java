package org.opencmas.bench.row;

import java.math.BigDecimal;
import org.opencmas.bench.result.Comparison;

/** Price list rows imported per second, beside COPY. */
final class PriceListImports implements Row {
    private static final int ROWS = 30_000;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String help() {
        return "price list rows imported per second";
    }

    @Override
    public void measure(Run run) throws Exception {
        var imports = new PriceListImport(run.suite(), ROWS);
        run.results()
                .add(new Comparison(
                        "price list rows imported per second",
                        "COPY of the stored rows into a table with the same indexes",
                        "1/s",
                        new BigDecimal("0.7"),
                        true,
                        run.measurements().alternate("price list import", imports::suite, imports::bare)));
    }
}
