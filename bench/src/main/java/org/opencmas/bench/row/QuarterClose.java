package org.opencmas.bench.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.opencmas.bench.result.Machine;
import org.opencmas.bench.suite.HttpConnection;
import org.opencmas.local.server.Server;

/**
 * A million orders of one quarter under 200 agreements: the service works out and posts the fee of each, and then every agreement's report
 * is read and filed. The orders are written straight into the service's copy, as if their events had been handled before it knew a fee.
 */
public final class QuarterClose implements Row {
    private static final int AGREEMENTS = 200;
    private static final Duration TOLD_EVERY = Duration.ofSeconds(30);
    private static final String HEADING = "quarter-close";
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final int orders = Integer.parseInt(System.getenv().getOrDefault("CMAS_BENCH_CLOSE_ORDERS", "1000000"));

    @Override
    public String name() {
        return "close";
    }

    @Override
    public String help() {
        return "postings per second, and the close of a quarter; CMAS_BENCH_CLOSE_ORDERS tells of how many orders (1,000,000)";
    }

    @Override
    public void measure(Run run) throws Exception {
        String contractor = run.suite().filerId();
        run.out().printf("quarter close: writing %,d orders%n", orders);
        fill(run, contractor);
        long start = System.nanoTime();
        awaitPosted(run);
        BigDecimal seconds = since(start);
        remark(run, "%,d orders posted".formatted(orders), seconds + " s");
        remark(run, "postings per second, each with its entries, totals and event", perSecond(seconds));
        start = System.nanoTime();
        copy(run);
        BigDecimal bare = since(start);
        remark(run, "the same postings and entries copied by one statement of SQL, per second", perSecond(bare));
        remark(
                run,
                "ratio of the two times",
                seconds.divide(bare.max(new BigDecimal("0.1")), 2, RoundingMode.HALF_UP)
                        .toPlainString());
        start = System.nanoTime();
        for (int i = 1; i <= AGREEMENTS; i++) {
            file(run, number(i));
        }
        remark(run, "%d reports read and filed".formatted(AGREEMENTS), since(start) + " s");
        long pid = run.stack().process(Server.FEES).orElseThrow().pid();
        remark(run, "most memory of the service", Machine.peakMegabytes(pid) + " MB");
    }

    private static String number(int i) {
        return "4-25-57-%04d".formatted(i);
    }

    private void fill(Run run, String contractor) throws SQLException {
        try (Connection connection = DriverManager.getConnection(run.stack().superuserUrl("cmas_fees"));
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    insert into contractor (contractor_id, legal_name, version) values ('%s', 'Bench', 1) on conflict do nothing
                    """.formatted(contractor));
            statement.execute("""
                    insert into agency (agency_id, name, type, version)
                    values ('0190a000-0000-7000-8000-0000000be700', 'City of the Bench', 'CITY', 1)
                    """);
            statement.execute("""
                    insert into agreement (cmas_number, contractor_id, term_start, term_end, effective_on, version)
                    select '4-25-57-' || lpad(n::text, 4, '0'), '%s', '2025-01-01', '2025-12-31', '2025-01-01', 1 from generate_series(1, %d) n
                    """.formatted(contractor, AGREEMENTS));
            statement.execute("""
                    create temporary table filling on commit drop as
                    select uuidv7() as order_id, n, '4-25-57-' || lpad((n %% %d + 1)::text, 4, '0') as cmas_number
                    from generate_series(1, %d) n
                    """.formatted(AGREEMENTS, orders));
            statement.execute("""
                    insert into order_change (order_id, document_version, cause, amendment_number, agency_id, agency_order_number, order_date,
                        effective_on, contractor_id, event_id, cal_card)
                    select order_id, 1, 'ORIGINAL', 0, '0190a000-0000-7000-8000-0000000be700', 'BENCH-' || n, '2025-04-01'::date + n %% 90,
                        '2025-04-01'::date + n %% 90, '%s', gen_random_uuid(), false from filling
                    """.formatted(contractor));
            statement.execute("""
                    insert into order_change_amount (order_id, document_version, cause, cmas_number, subtotal, nsp_subtotal)
                    select order_id, 1, 'ORIGINAL', cmas_number, 1000 + n % 9000, 0 from filling
                    """);
            statement.execute("update sale_backfill set ended = false, after_order_id = null");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze order_change, order_change_amount");
        }
    }

    private static void awaitPosted(Run run) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long toldAt = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(run.stack().superuserUrl("cmas_fees"));
                var statement = connection.createStatement()) {
            while (System.nanoTime() < deadline) {
                try (ResultSet row = statement.executeQuery("select ended from sale_backfill")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                if (System.nanoTime() - toldAt > TOLD_EVERY.toNanos()) {
                    toldAt = System.nanoTime();
                    tell(run, statement);
                }
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("the orders are not posted");
    }

    /** As PostgreSQL counts: to count the rows themselves would take from what is measured. */
    private static void tell(Run run, Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select n_live_tup from pg_stat_user_tables where relname = 'posting'")) {
            row.next();
            run.out().printf("  about %,d postings so far%n", row.getLong(1));
        }
    }

    private static void copy(Run run) throws SQLException {
        try (Connection connection = DriverManager.getConnection(run.stack().superuserUrl("cmas_fees"));
                var statement = connection.createStatement()) {
            statement.execute("create table bench_posting as select * from posting where cmas_number like '4-25-57-%'");
            statement.execute(
                    "create table bench_entry as select * from ledger_entry where cmas_number like '4-25-57-%'");
            statement.execute("drop table bench_posting, bench_entry");
        }
    }

    private static void file(Run run, String number) throws Exception {
        String path = "/v1/quarterly-reports/" + number + "/2025-Q2";
        String filer = run.suite().filer();
        try (var connection = new HttpConnection(run.suite().feesPort())) {
            String etag = Objects.requireNonNull(
                    connection
                            .get(path, "Authorization", filer)
                            .expect(200)
                            .headers()
                            .get("etag"),
                    "a report has an entity tag");
            connection
                    .post(
                            path + "/submission",
                            "{}",
                            "Authorization",
                            filer,
                            "If-Match",
                            etag,
                            "Idempotency-Key",
                            UUID.randomUUID().toString(),
                            "Content-Type",
                            "application/json")
                    .expect(201);
        }
    }

    private String perSecond(BigDecimal seconds) {
        return BigDecimal.valueOf(orders)
                .divide(seconds.max(new BigDecimal("0.1")), 0, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static BigDecimal since(long start) {
        return BigDecimal.valueOf(System.nanoTime() - start).movePointLeft(9).setScale(1, RoundingMode.HALF_UP);
    }

    private static void remark(Run run, String what, String words) {
        run.out().printf("  %s: %s%n", what, words);
        run.results().remark(HEADING, what, words);
    }
}
