package org.opencmas.bench.row;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.opencmas.bench.result.Comparison;
import org.opencmas.bench.suite.HttpConnection;
import org.opencmas.bench.suite.RunningSuite;
import org.opencmas.local.server.Server;
import org.postgresql.PGConnection;

/**
 * How many rows of a contractor's report are taken per second, from sending the file to the answer: read, checked and saved as the draft of
 * the report by the fee service in the heap that it was started with, against {@code COPY} of the same rows into a table of the same shape
 * with the same index. Each report is another agreement's, which is written straight into the service's copy.
 */
public final class ReportUploads implements Row {
    private static final String QUARTER = "2025-Q2";

    private final int rows = Integer.parseInt(System.getenv().getOrDefault("CMAS_BENCH_UPLOAD_ROWS", "210000"));
    private int agreements;

    @Override
    public String name() {
        return "upload";
    }

    @Override
    public String help() {
        return "rows of a contractor's report taken per second; CMAS_BENCH_UPLOAD_ROWS tells how many (210,000; above 5,000), CMAS_JAVA_OPTS=-Xmx256m in which heap";
    }

    @Override
    public void measure(Run run) throws Exception {
        byte[] file = file();
        run.results()
                .add(new Comparison(
                        "rows of a report taken per second",
                        "COPY of the stored rows into a table with the same index",
                        "1/s",
                        null,
                        true,
                        run.measurements()
                                .alternate("report upload", () -> suite(run.suite(), file), () -> bare(run.suite()))));
        run.remarkMemory(name(), "the fee service", Server.FEES);
    }

    private byte[] file() {
        var file = new StringBuilder(
                "Agency Name,Agency Billing Code,Purchase Order Number,Purchase Order Date,Total Excluding Tax and Freight,Sales Tax\n");
        for (int i = 0; i < rows; i++) {
            file.append("City of the Bench ")
                    .append(i % 500)
                    .append(",,BENCH-")
                    .append(i)
                    .append(",2025-0")
                    .append(4 + i % 3)
                    .append("-1")
                    .append(i % 10)
                    .append(',')
                    .append(100 + i % 9_000)
                    .append(".50,7.75\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private BigDecimal suite(RunningSuite suite, byte[] file) throws Exception {
        String number = "4-25-58-%04d".formatted(++agreements);
        expect(suite, number);
        String filer = suite.filer();
        String report = "/v1/quarterly-reports/" + number + "/" + QUARTER;
        try (var connection = new HttpConnection(suite.feesPort())) {
            String etag = Objects.requireNonNull(
                    connection
                            .get(report, "Authorization", filer)
                            .expect(200)
                            .headers()
                            .get("etag"),
                    "a report has an entity tag");
            long start = System.nanoTime();
            String answer = connection
                    .exchange(
                            "POST",
                            report + "/uploads",
                            file,
                            "Authorization",
                            filer,
                            "If-Match",
                            etag,
                            "Idempotency-Key",
                            UUID.randomUUID().toString(),
                            "Content-Type",
                            "text/csv")
                    .expect(201)
                    .body();
            long nanos = System.nanoTime() - start;
            if (!answer.contains("\"lineCount\":" + rows)) {
                throw new IllegalStateException("not all rows were taken: " + answer);
            }
            return perSecond(nanos);
        }
    }

    /** An agreement of the filer, with the report that is expected of it. */
    private static void expect(RunningSuite suite, String number) throws SQLException {
        try (Connection connection = DriverManager.getConnection(suite.stack().superuserUrl("cmas_fees"));
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into contractor (contractor_id, legal_name, version) values ('%s', 'Bench', 1) on conflict do nothing
                    """.formatted(suite.filerId()));
            statement.execute("""
                    insert into agreement (cmas_number, contractor_id, term_start, term_end, effective_on, version)
                    values ('%s', '%s', '2025-04-01', '2025-06-30', '2025-04-01', 1)
                    """.formatted(number, suite.filerId()));
            statement.execute("""
                    insert into report_obligation (cmas_number, quarter, reason, contractor_id, due_on)
                    values ('%s', '%s', 'TERM', '%s', '2025-07-15')
                    """.formatted(number, QUARTER, suite.filerId()));
        }
    }

    /** Copies the rows that the last upload stored, so that both write the very same. */
    private BigDecimal bare(RunningSuite suite) throws Exception {
        try (Connection connection = DriverManager.getConnection(suite.stack().superuserUrl("cmas_fees"));
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists bare_report_row");
            statement.execute("create table bare_report_row (like report_draft_row including all)");
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            var stored = new ByteArrayOutputStream();
            copies.copyOut(
                    "copy (select * from report_draft_row where cmas_number = '4-25-58-%04d') to stdout"
                            .formatted(agreements),
                    stored);
            long start = System.nanoTime();
            long copied =
                    copies.copyIn("copy bare_report_row from stdin", new ByteArrayInputStream(stored.toByteArray()));
            long nanos = System.nanoTime() - start;
            if (copied != rows) {
                throw new IllegalStateException(copied + " rows are stored, not " + rows);
            }
            return perSecond(nanos);
        }
    }

    private BigDecimal perSecond(long nanos) {
        return BigDecimal.valueOf(rows)
                .multiply(BigDecimal.valueOf(1_000_000_000))
                .divide(BigDecimal.valueOf(nanos), 0, RoundingMode.HALF_UP);
    }
}
