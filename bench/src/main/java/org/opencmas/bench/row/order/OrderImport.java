package org.opencmas.bench.row.order;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.opencmas.bench.suite.HttpConnection;
import org.opencmas.bench.suite.RunningSuite;

/**
 * How many orders of a file are placed per second, from sending it to its end: read, checked, stored and journaled by the order service in
 * the heap that it was started with (256 MB with {@code CMAS_JAVA_OPTS=-Xmx256m}), against the database's own copying of the stored versions into a table with the same indexes.
 */
final class OrderImport {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final RunningSuite suite;
    private final int orders = Integer.parseInt(System.getenv().getOrDefault("CMAS_BENCH_IMPORT_ORDERS", "30000"));
    private String importId = "";

    OrderImport(RunningSuite suite) {
        this.suite = suite;
    }

    BigDecimal suite() throws Exception {
        byte[] file = file();
        long start = System.nanoTime();
        try (var connection = new HttpConnection(suite.orderPort())) {
            String path = connection
                    .exchange("POST", "/v1/order-imports", file, headers("application/x-ndjson"))
                    .expect(202)
                    .headers()
                    .entrySet()
                    .stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("Location"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
            importId = path.substring(path.lastIndexOf('/') + 1);
            while (!isDone("/v1/order-imports/" + importId)) {
                if (System.nanoTime() - start > LONGEST.toNanos()) {
                    throw new IllegalStateException("import " + importId + " does not end");
                }
                Thread.sleep(200);
            }
        }
        return perSecond(System.nanoTime() - start);
    }

    private boolean isDone(String path) throws Exception {
        try (var connection = new HttpConnection(suite.orderPort())) {
            String body = connection
                    .get(path, "Authorization", suite.buyer())
                    .expect(200)
                    .body();
            if (body.contains("\"FAILED\"")) {
                throw new IllegalStateException(body);
            }
            boolean isDone = body.contains("\"DONE\"");
            if (isDone && !body.contains("\"ordersPlaced\":" + orders)) {
                throw new IllegalStateException("not all were placed: " + body);
            }
            return isDone;
        }
    }

    private String[] headers(String type) throws java.io.IOException {
        return new String[] {
            "Authorization",
            suite.buyer(),
            "Content-Type",
            type,
            "Idempotency-Key",
            UUID.randomUUID().toString()
        };
    }

    private byte[] file() {
        var lines = new ByteArrayOutputStream();
        for (int i = 0; i < orders; i++) {
            lines.writeBytes(
                    (suite.order(suite.nextOrderNumber()).replace("\n", "") + '\n').getBytes(StandardCharsets.UTF_8));
        }
        return lines.toByteArray();
    }

    BigDecimal bare() throws Exception {
        try (Connection connection = DriverManager.getConnection(suite.stack().superuserUrl("cmas_order"));
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists bare_order_version");
            statement.execute("create table bare_order_version (like order_version including all)");
            long start = System.nanoTime();
            statement.execute("insert into bare_order_version overriding system value select v.* from order_version v"
                    + " join order_import_result r on r.order_id = v.order_id where r.import_id = '" + importId
                    + "' and v.document_version = 1");
            long nanos = System.nanoTime() - start;
            try (ResultSet row = statement.executeQuery("select count(*) from bare_order_version")) {
                row.next();
                if (row.getInt(1) != orders) {
                    throw new IllegalStateException(row.getInt(1) + " orders are stored, not " + orders);
                }
            }
            return perSecond(nanos);
        }
    }

    private BigDecimal perSecond(long nanos) {
        return BigDecimal.valueOf(orders)
                .multiply(BigDecimal.valueOf(1_000_000_000))
                .divide(BigDecimal.valueOf(nanos), 0, RoundingMode.HALF_UP);
    }
}
