package org.opencmas.bench.row.registry;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.opencmas.bench.suite.RunningSuite;
import org.postgresql.PGConnection;

/**
 * How many rows of a price list are imported per second: parsed, checked, stored, and journaled by the registry, against
 * {@code COPY} of the same rows into a table of the same shape with the same indexes.
 */
final class PriceListImport {
    private final RunningSuite suite;
    private final int rows;
    private final byte[] file;
    private final String type;
    private static final AtomicInteger AGREEMENTS = new AtomicInteger();

    private PriceListImport(RunningSuite suite, int rows, byte[] file, String type) {
        this.suite = suite;
        this.rows = rows;
        this.file = file;
        this.type = type;
    }

    static PriceListImport csv(RunningSuite suite, int rows) {
        return new PriceListImport(suite, rows, RunningSuite.priceList(rows), "text/csv");
    }

    /** The same rows as a workbook. */
    static PriceListImport workbook(RunningSuite suite, int rows) {
        return new PriceListImport(
                suite, rows, PriceListWorkbook.of(RunningSuite.priceList(rows)), PriceListWorkbook.TYPE);
    }

    BigDecimal suite() throws Exception {
        String analyst = suite.analyst();
        String number = "3-26-02-%04dA".formatted(AGREEMENTS.incrementAndGet());
        suite.createAgreement(number, analyst);
        long start = System.nanoTime();
        suite.importPriceList(number, file, type, analyst);
        return perSecond(System.nanoTime() - start);
    }

    /** Copies the rows that the last import stored, so that both write the very same bytes. */
    BigDecimal bare() throws Exception {
        try (Connection connection = DriverManager.getConnection(suite.stack().superuserUrl("cmas_registry"))) {
            byte[] stored = storedRows(connection);
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare_price_line from stdin", new ByteArrayInputStream(stored));
            return perSecond(System.nanoTime() - start);
        }
    }

    private static byte[] storedRows(Connection connection) throws SQLException, java.io.IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table if not exists bare_price_line (like price_line including all)");
            statement.execute(
                    "create or replace view last_price_list as select * from price_line where price_list_id = "
                            + "(select max(price_list_id::text)::uuid from price_line)");
        }
        var bytes = new java.io.ByteArrayOutputStream();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select * from last_price_list) to stdout", bytes);
        if (bytes.size() == 0) {
            throw new IllegalStateException("the import stored no rows: " + bytes.toString(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private BigDecimal perSecond(long nanos) {
        return BigDecimal.valueOf(rows)
                .multiply(BigDecimal.valueOf(1_000_000_000))
                .divide(BigDecimal.valueOf(nanos), 0, RoundingMode.HALF_UP);
    }
}
