package org.opencmas.bench.row;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.opencmas.bench.bare.BareHttp;
import org.opencmas.bench.result.Comparison;
import org.opencmas.bench.suite.HttpConnection;
import org.opencmas.bench.suite.Load;

/** The dashboard of sales over ten million entries, at the 99th percentile, against one row of its totals read by SQL. */
public final class FeeDashboard implements Row {
    private static final int REQUESTS = 500;
    private static final int AT_A_TIME = 200_000;
    private static final String DASHBOARD = "/v1/dashboards/sales?by=agency-type&from=2025-Q1";

    private final int entries = Integer.parseInt(System.getenv().getOrDefault("CMAS_BENCH_ENTRIES", "10000000"));

    @Override
    public String name() {
        return "sales";
    }

    @Override
    public String help() {
        return "the dashboard of sales, p99; CMAS_BENCH_ENTRIES tells over how many entries (10,000,000)";
    }

    @Override
    public void measure(Run run) throws Exception {
        run.out().printf("sales: writing %,d entries%n", entries);
        fill(run);
        run.results()
                .add(new Comparison(
                        "dashboard of sales over %,d entries, p99".formatted(entries),
                        "one row of totals by raw SQL plus an empty HTTP answer",
                        "ms",
                        null,
                        false,
                        run.measurements().alternate("dashboard of sales", () -> suite(run), () -> bare(run))));
    }

    /** Entries of 200 agreements, contractors and agencies over five years; the totals follow by the database's own triggers. */
    private void fill(Run run) throws SQLException {
        try (Connection connection = DriverManager.getConnection(run.stack().superuserUrl("cmas_fees"));
                var statement = connection.createStatement()) {
            for (int from = 0; from < entries; from += AT_A_TIME) {
                statement.execute("""
                        insert into sale_entry (cmas_number, order_id, number, document_version, cause, quarter, agency_id, agency_type,
                            contractor_id, small_business, dvbe, sales, nsp, cal_card, without_detail, fee_due, fee_waived, orders, event_id,
                            entered_at)
                        select format('3-2%%s-%%s-%%s', n %% 6, lpad((n %% 12 + 1)::text, 2, '0'), lpad((n %% 200 + 1)::text, 4, '0')),
                            gen_random_uuid(), 1, 1, 'ORIGINAL', format('202%%s-Q%%s', n %% 5 + 1, n %% 4 + 1),
                            ('0190a000-0000-7000-8000-' || lpad((n %% 211)::text, 12, '0'))::uuid,
                            (array['CITY','COUNTY','DISTRICT','K12','STATE_DEPARTMENT'])[n %% 5 + 1],
                            ('0190a000-0000-7000-8000-' || lpad((n %% 200)::text, 12, '0'))::uuid, n %% 3 = 0, n %% 7 = 0,
                            1000 + n %% 9000, n %% 100, 0, 0, (1000 + n %% 9000) * 0.0125, 0, 1, gen_random_uuid(), now()
                        from generate_series(%d, %d) as n
                        """.formatted(from + 1, Math.min(from + AT_A_TIME, entries)));
                if (from / AT_A_TIME % 5 == 4) {
                    run.out().printf("  %,d written%n", from + AT_A_TIME);
                }
            }
            statement.execute("vacuum analyze sale_entry, sale_total");
        }
    }

    private static BigDecimal suite(Run run) throws Exception {
        String analyst = run.suite().analyst();
        try (var connection = new HttpConnection(run.suite().feesPort())) {
            return Load.oneByOne(
                            () -> connection
                                    .get(DASHBOARD, "Authorization", analyst)
                                    .expect(200),
                            REQUESTS)
                    .percentileMillis(99);
        }
    }

    private static BigDecimal bare(Run run) throws Exception {
        try (Connection database = DriverManager.getConnection(run.stack().superuserUrl("cmas_fees"));
                PreparedStatement row = database.prepareStatement(
                        "select * from sale_total where view = 'AGENCY_TYPE' and quarter = '2025-Q1' and member = 'CITY'");
                var http = new BareHttp();
                var connection = new HttpConnection(http.port())) {
            return Load.oneByOne(
                            () -> {
                                try (ResultSet read = row.executeQuery()) {
                                    read.next();
                                }
                                connection.get("/").expect(200);
                            },
                            REQUESTS)
                    .percentileMillis(99);
        }
    }
}
