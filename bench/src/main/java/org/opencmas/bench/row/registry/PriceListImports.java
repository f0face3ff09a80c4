package org.opencmas.bench.row.registry;

import java.math.BigDecimal;
import org.opencmas.bench.result.Comparison;
import org.opencmas.bench.row.Row;
import org.opencmas.bench.row.Run;

/** Price list rows imported per second, beside COPY. */
public final class PriceListImports implements Row {
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
        var imports = PriceListImport.csv(run.suite(), ROWS);
        run.results()
                .add(new Comparison(
                        "price list rows imported per second",
                        "COPY of the stored rows into a table with the same indexes",
                        "1/s",
                        new BigDecimal("0.9"),
                        true,
                        run.measurements().alternate("price list import", imports::suite, imports::bare)));
        var workbooks = PriceListImport.workbook(run.suite(), ROWS);
        run.results()
                .add(new Comparison(
                        "price list rows of a workbook imported per second",
                        "COPY of the stored rows into a table with the same indexes",
                        "1/s",
                        null,
                        true,
                        run.measurements().alternate("workbook import", workbooks::suite, workbooks::bare)));
    }
}
