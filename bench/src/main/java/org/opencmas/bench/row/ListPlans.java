package org.opencmas.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How PostgreSQL finds a page of the lists that analysts read, with a million rows stored: by which index, or by reading the table from
 * end to end, and in what time. The statements are those that the services make of these filters; a test compares.
 */
final class ListPlans {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int READINGS = 5;

    /** About 300 orders a day since 2016, of 400 agencies; one in a thousand was returned, and the last 50 wait. */
    private static final String ORDERS = """
            set session_replication_role = replica;
            create temporary table filling as
            select n, (lpad(to_hex(1451606400000 + n * 288000::bigint), 12, '0') || '70008' || lpad(to_hex(n), 15, '0'))::uuid as order_id,
                ('0190a000-0000-7000-8000-' || lpad((n * 7 %% 400)::text, 12, '0'))::uuid as agency_id,
                ('0190a000-0000-7000-9000-' || lpad((n * 11 %% 200)::text, 12, '0'))::uuid as contractor_id,
                format('3-%%s-70-%%sA', lpad((n %% 12 + 1)::text, 2, '0'), lpad((n %% 200 + 1)::text, 4, '0')) as cmas_number,
                date '2016-01-01' + n / 300 as order_date,
                case when n > %1$d - 50 then 'SUBMITTED' when n %% 997 = 0 then 'RETURNED' when n %% 50 = 0 then 'TERMINATED'
                    else 'ISSUED' end as state
            from generate_series(1, %1$d) as n;
            insert into purchase_order (order_id, agency_id, agency_order_number, contractor_id, order_date, state, version,
                latest_version, version_in_force)
            select order_id, agency_id, 'PO-' || n, contractor_id, order_date, state, 1, 1,
                case when state in ('ISSUED', 'TERMINATED') then 1 end from filling;
            insert into order_version (order_id, document_version, agency_id, amendment_number, act_number, state, document,
                created_at, created_by)
            select order_id, 1, agency_id, 0, 1, state,
                '{"contractNumber": "3-16-70-0001A", "subtotalExcludingTax": "1250.00", "total": "1350.00"}', order_date, 'bench'
            from filling;
            insert into order_agreement (cmas_number, order_id, agency_id) select cmas_number, order_id, agency_id from filling;
            """;

    /** Forty quarters of each agreement; all are filed but one in 5,000 and the last two quarters. */
    private static final String FEES = """
            set session_replication_role = replica;
            insert into report_obligation (cmas_number, quarter, reason, contractor_id, due_on, filed_at, fee_due_filed)
            select format('3-16-70-%%sA', lpad((n / 40)::text, 6, '0')), format('%%s-Q%%s', 2016 + n %% 40 / 4, n %% 4 + 1), 'TERM',
                ('0190a000-0000-7000-9000-' || lpad((n / 40 %% 5000)::text, 12, '0'))::uuid,
                make_date(2016 + n %% 40 / 4, n %% 4 * 3 + 1, 1) + 120,
                case when n %% 40 < 38 and n %% 5000 <> 0 then now() end,
                case when n %% 40 < 38 and n %% 5000 <> 0 then 0 end
            from generate_series(0, %1$d - 1) as n;
            insert into posting (cmas_number, posting_id, order_id, number_in_order, document_version, cause, agency_type,
                contractor_id, quarter, belongs_to_quarter, rate, treatment, base, fee_due, fee_waived, orders, event_id, posted_at)
            select format('3-16-70-%%sA', lpad((n %% 25000)::text, 6, '0')), gen_random_uuid(), gen_random_uuid(), 1, 1, 'ORIGINAL',
                'CITY', ('0190a000-0000-7000-9000-' || lpad((n %% 5000)::text, 12, '0'))::uuid, quarter, quarter, 0.0125, 'DUE', 1000,
                12.5, 0, 1, gen_random_uuid(), now()
            from (select n, format('%%s-Q%%s', 2016 + n %% 40 / 4, n %% 4 + 1) as quarter from generate_series(1, %1$d) as n) as filling;
            """;

    static final String OF_ORDERS = """
            select o.order_id, o.agency_id, o.agency_order_number, o.contractor_id, o.order_date, o.state, o.version,
                v.document_version, v.amendment_number, v.document->>'contractNumber' as contract_number,
                v.document->>'subtotalExcludingTax' as subtotal, v.document->>'total' as total
            from (%s
            order by o.order_id desc limit 51) o
            join order_version v on v.order_id = o.order_id
                and v.document_version = coalesce(o.version_in_force, o.latest_version)
            order by o.order_id desc""";
    private static final String ALL_ORDERS = OF_ORDERS.formatted("select o.* from purchase_order o where true and %s");
    static final String WITHOUT_ORDER = """
            (o.reason = 'TERM' and not exists (select from pending_fee w
                where w.cmas_number = o.cmas_number and o.quarter = any (w.quarters)))""";
    static final String AND_SETTLED = """
            and exists (select from settled d
                where (d.cmas_number, d.quarter, d.kind) = (o.cmas_number, o.quarter, 'REPORT')))""";
    static final String ALL_OBLIGATIONS = """
            select o.cmas_number, o.quarter, o.contractor_id, coalesce(k.legal_name, ''), o.due_on, o.filed_at is not null,
                (select count(*) from pending_fee f
                    where f.cmas_number = o.cmas_number and f.quarters[1] <= o.quarter and o.filed_at is null), %s
            from report_obligation o left join contractor k using (contractor_id)
            where %s
            order by o.quarter, o.cmas_number limit 51""";
    private static final String OBLIGATIONS = ALL_OBLIGATIONS.formatted("(" + WITHOUT_ORDER + " " + AND_SETTLED, "%s");
    static final String OF_POSTINGS = "select * from posting p %s order by p.cmas_number, p.posting_id limit 51";
    private static final String POSTINGS = OF_POSTINGS.formatted("where true and %s");
    private static final String ONE_OF_THEM = "'0190a000-0000-7000-%s-000000000042'";

    private final String orders;
    private final String fees;

    /** The JDBC URLs of the two databases, of a role that may write past triggers. */
    ListPlans(String orders, String fees) {
        this.orders = orders;
        this.fees = fees;
    }

    /** Writes so many orders, obligations and postings. */
    void fill(int rows) throws SQLException {
        fill(orders, ORDERS.formatted(rows), "purchase_order, order_version, order_agreement");
        fill(fees, FEES.formatted(rows), "report_obligation, posting");
    }

    private static void fill(String url, String sql, String tables) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("vacuum analyze " + tables);
        }
    }

    /** By list and filter, the indexes that find a page, or the tables that are read from end to end, and the median time. */
    Map<String, String> read() throws SQLException, IOException {
        Map<String, String> plans = new LinkedHashMap<>();
        try (Connection connection = DriverManager.getConnection(orders)) {
            plans.put("all orders", plan(connection, ALL_ORDERS.formatted("true")));
            for (String state : List.of("SUBMITTED", "RETURNED", "ISSUED", "DRAFT")) {
                plans.put("orders " + state, plan(connection, ALL_ORDERS.formatted("o.state = '" + state + "'")));
            }
            plans.put("orders of a month nine years ago", plan(connection, ofDays("2016-03-01", 31)));
            plans.put("orders of a year", plan(connection, ofDays("2020-01-01", 366)));
            plans.put(
                    "orders with a number",
                    plan(connection, ALL_ORDERS.formatted("o.number_key = order_number_key('PO-4711')")));
            plans.put("orders of an agency", plan(connection, ALL_ORDERS.formatted("o.agency_id = " + one("8000"))));
            plans.put(
                    "orders of a contractor",
                    plan(connection, ALL_ORDERS.formatted("o.contractor_id = " + one("9000"))));
            plans.put("orders on an agreement", plan(connection, ALL_ORDERS.formatted("""
                    exists (select 1 from order_agreement a where a.cmas_number = '3-01-70-0001A' and a.order_id = o.order_id)""")));
        }
        try (Connection connection = DriverManager.getConnection(fees)) {
            plans.put(
                    "obligations OVERDUE",
                    plan(
                            connection,
                            OBLIGATIONS.formatted(
                                    "true and ((o.filed_at is null and o.quarter < '2026-Q4' and o.due_on < '2026-11-28')) and o.filed_at is null")));
            plans.put(
                    "obligations OPEN",
                    plan(
                            connection,
                            OBLIGATIONS.formatted(
                                    "true and ((o.filed_at is null and o.quarter >= '2025-Q4')) and o.filed_at is null")));
            plans.put(
                    "obligations FILED", plan(connection, OBLIGATIONS.formatted("true and (o.filed_at is not null)")));
            plans.put("obligations of a quarter", plan(connection, OBLIGATIONS.formatted("o.quarter = '2021-Q3'")));
            plans.put(
                    "obligations of a contractor",
                    plan(connection, OBLIGATIONS.formatted("o.contractor_id = " + one("9000"))));
            plans.put(
                    "ledger entries of a contractor",
                    plan(connection, POSTINGS.formatted("p.contractor_id = " + one("9000"))));
            plans.put("ledger entries of a quarter", plan(connection, POSTINGS.formatted("p.quarter = '2021-Q3'")));
        }
        return plans;
    }

    private static String one(String kind) {
        return ONE_OF_THEM.formatted(kind);
    }

    private static String ofDays(String from, int days) {
        return OF_ORDERS.formatted("""
                select o.* from generate_series(0, %2$d - 1) as n
                cross join lateral (select o.* from purchase_order o where o.order_date = date '%1$s' + n
                    order by o.order_id desc limit 51) o""".formatted(from, days));
    }

    private static String plan(Connection connection, String sql) throws SQLException, IOException {
        List<JsonNode> readings = new ArrayList<>();
        try (var statement = connection.createStatement()) {
            for (int i = 0; i < READINGS; i++) {
                try (ResultSet row = statement.executeQuery("explain (analyze, format json) " + sql)) {
                    row.next();
                    readings.add(JSON.readTree(row.getString(1)).get(0));
                }
            }
        }
        Set<String> scans = new TreeSet<>();
        addScans(readings.getLast().get("Plan"), scans);
        return "%s, %s ms".formatted(String.join(", ", scans), median(readings));
    }

    private static void addScans(JsonNode node, Set<String> scans) {
        if (node.path("Node Type").asText().equals("Seq Scan")) {
            scans.add("SEQUENTIAL SCAN of " + node.path("Relation Name").asText());
        } else if (node.has("Index Name")) {
            scans.add("index " + node.get("Index Name").asText());
        }
        node.path("Plans").forEach(below -> addScans(below, scans));
    }

    private static BigDecimal median(List<JsonNode> readings) {
        return readings.stream()
                .map(reading -> reading.get("Execution Time").decimalValue())
                .sorted()
                .toList()
                .get(READINGS / 2)
                .setScale(2, RoundingMode.HALF_UP);
    }
}
