package org.opencmas.bench.row;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.opencmas.bench.bare.BareHttp;
import org.opencmas.bench.suite.HttpConnection;
import org.opencmas.bench.suite.Load;
import org.opencmas.bench.suite.RunningSuite;

/**
 * How long a dashboard's total takes over a million ledger entries, against the very rows it needs by SQL plus an HTTP
 * answer with nothing in it.
 */
final class DashboardTotal {
    private static final int REQUESTS = 300;
    private static final String ROWS = """
            select member, sales, fee_due, sales_waived, fee_waived, orders from fee_total
            where view = 'QUARTER' and quarter between '2021-Q1' and '2026-Q4' order by quarter""";

    private final RunningSuite suite;

    DashboardTotal(RunningSuite suite) {
        this.suite = suite;
    }

    /**
     * Writes postings of four entries each, straight into the ledger, until there are as many entries as asked. The totals
     * follow by the ledger's own triggers.
     */
    void fill(int entries) throws SQLException {
        try (Connection connection = DriverManager.getConnection(suite.stack().superuserUrl("cmas_fees"));
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    create temporary table filling on commit drop as
                    select format('3-2%s-%s-%s', n % 6, lpad((n % 12 + 1)::text, 2, '0'), lpad((n % 200 + 1)::text, 4, '0'))
                               as cmas_number,
                           uuidv7() as posting_id, gen_random_uuid() as order_id, 1000 + n % 9000 as base,
                           format('202%s-Q%s', n % 6 + 1, n % 4 + 1) as quarter,
                           (array['CITY','COUNTY','DISTRICT','K12','UC'])[n % 5 + 1] as agency_type,
                           ('0190a000-0000-7000-8000-' || lpad((n % 200)::text, 12, '0'))::uuid as contractor_id
                    from generate_series(1, :postings) as n""".replace(":postings", Integer.toString(entries / 4)));
            statement.execute("""
                    insert into posting (cmas_number, posting_id, order_id, number_in_order, document_version, cause,
                        agency_type, contractor_id, quarter, belongs_to_quarter, rate, treatment, base, fee_due, fee_waived,
                        orders, event_id, posted_at)
                    select cmas_number, posting_id, order_id, 1, 1, 'ORIGINAL', agency_type, contractor_id, quarter, quarter,
                        0.0125, 'DUE', base, base * 0.0125, 0, 1, gen_random_uuid(), now() from filling""");
            statement.execute("""
                    insert into ledger_entry (cmas_number, posting_id, line, book, account, amount)
                    select cmas_number, posting_id, side.line, side.book, side.account, side.amount
                    from filling cross join lateral (values
                        (1, 'SALES', 'sales:' || cmas_number, base),
                        (2, 'SALES', 'purchase-orders', -base),
                        (3, 'FEE', 'fee-receivable:' || cmas_number, base * 0.0125),
                        (4, 'FEE', 'fee-assessed', -base * 0.0125)) as side (line, book, account, amount)""");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze posting, ledger_entry, fee_total");
        }
    }

    BigDecimal suite() throws Exception {
        String analyst = suite.analyst();
        try (var connection = new HttpConnection(suite.feesPort())) {
            return Load.oneByOne(
                            () -> connection
                                    .get(
                                            "/v1/dashboards/fees?by=quarter&from=2021-Q1&through=2026-Q4",
                                            "Authorization",
                                            analyst)
                                    .expect(200),
                            REQUESTS)
                    .percentileMillis(50);
        }
    }

    BigDecimal bare() throws Exception {
        try (Connection database = DriverManager.getConnection(suite.stack().superuserUrl("cmas_fees"));
                PreparedStatement rows = database.prepareStatement(ROWS);
                var http = new BareHttp();
                var connection = new HttpConnection(http.port())) {
            return Load.oneByOne(
                            () -> {
                                try (ResultSet row = rows.executeQuery()) {
                                    while (row.next()) {
                                        row.getBigDecimal(2);
                                    }
                                }
                                connection.get("/").expect(200);
                            },
                            REQUESTS)
                    .percentileMillis(50);
        }
    }
}
