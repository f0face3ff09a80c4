package org.opencmas.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How PostgreSQL finds a page of the lists that analysts read, with a million rows stored: by which index, or by reading the table from
 * end to end, and in what time. The statements are those that the services make of these filters, asked as the services ask them: as the
 * application's role, for one tenant; a test compares.
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

    private static final String ORDERS_PAGE = """
            select o.order_id, o.agency_id, o.agency_order_number, o.contractor_id, o.order_date, o.state, o.version,
                v.document_version, v.amendment_number, v.document->>'contractNumber' as contract_number,
                v.document->>'subtotalExcludingTax' as subtotal, v.document->>'total' as total
            from (%s
            order by o.order_id desc limit ?) o
            join order_version v on v.order_id = o.order_id
                and v.document_version = coalesce(o.version_in_force, o.latest_version)
            order by o.order_id desc""";
    private static final String OF_A_DAY = """
            select o.* from generate_series(0, ?::date - ?::date) as n
            cross join lateral (select o.* from purchase_order o where o.order_date = ?::date + n%s
                order by o.order_id desc limit ?) o""";
    private static final String WHERE = "select o.* from purchase_order o where true";
    private static final String OF_AGENCY = "o.agency_id = ?";
    private static final String OF_CONTRACTOR = "o.contractor_id = ?";
    private static final String ISSUED_TO = "o.version_in_force is not null and o.contractor_id = ?";
    private static final String ON_AGREEMENT =
            "exists (select 1 from order_agreement a where a.cmas_number = ? and a.order_id = o.order_id)";
    private static final String WITH_NUMBER = "o.number_key = order_number_key(?)";
    private static final String IN_STATE = "o.state = ?";
    private static final String SINCE = "o.order_date >= ?";
    private static final String THROUGH = "o.order_date <= ?";

    /** As they stand in {@code OrderSearch} of order-service. */
    static final List<String> OF_ORDERS = List.of(
            ORDERS_PAGE,
            OF_A_DAY,
            WHERE,
            OF_AGENCY,
            OF_CONTRACTOR,
            ISSUED_TO,
            ON_AGREEMENT,
            WITH_NUMBER,
            IN_STATE,
            SINCE,
            THROUGH);

    static final String WITHOUT_ORDER = """
            (o.reason = 'TERM' and not exists (select from pending_fee w
                where w.cmas_number = o.cmas_number and o.quarter = any (w.quarters)))""";
    static final String AND_SETTLED = """
            and exists (select from settled d
                where (d.cmas_number, d.quarter, d.kind) = (o.cmas_number, o.quarter, 'REPORT')))""";
    private static final String SETTLED = "(" + WITHOUT_ORDER + " " + AND_SETTLED;

    private static final String OBLIGATIONS_PAGE = """
            select o.cmas_number, o.quarter, o.contractor_id, coalesce(k.legal_name, ''), o.due_on, o.filed_at is not null,
                (select count(*) from pending_fee f
                    where f.cmas_number = o.cmas_number and f.quarters[1] <= o.quarter and o.filed_at is null), %s
            from report_obligation o left join contractor k using (contractor_id)
            where %s
            order by o.quarter, o.cmas_number limit ?""";
    private static final String OBLIGATIONS_OF_CONTRACTOR = "o.contractor_id = ?";
    private static final String OBLIGATIONS_OF_QUARTER = "o.quarter = ?";
    private static final String FILED = "o.filed_at is not null";
    private static final String OPEN = "(o.filed_at is null and o.quarter >= ?)";
    private static final String DUE_ON = "(o.filed_at is null and o.quarter < ? and o.due_on ";
    private static final String AND_NOT = " ? and not ";
    private static final String OVERDUE = DUE_ON + "<" + AND_NOT + SETTLED + ")";
    private static final String NOT_FILED = " and o.filed_at is null";

    /** As they stand in {@code ReportObligationList} of fee-reporting-service. */
    static final List<String> OF_OBLIGATIONS = List.of(
            OBLIGATIONS_PAGE,
            OBLIGATIONS_OF_CONTRACTOR,
            OBLIGATIONS_OF_QUARTER,
            FILED,
            OPEN,
            DUE_ON,
            AND_NOT,
            NOT_FILED);

    private static final String POSTINGS_PAGE = """
            with page as (select * from posting p %s order by p.cmas_number, p.posting_id limit ?)
            select document_version, cause, belongs_to_quarter, agency_type, contractor_id, rate, treatment,
                base, fee_due, fee_waived, orders, cmas_number, posting_id, order_id, number_in_order, quarter,
                event_id, posted_at,
                array(select book from ledger_entry e where (e.cmas_number, e.posting_id) = (page.cmas_number, page.posting_id) order by line),
                array(select account from ledger_entry e where (e.cmas_number, e.posting_id) = (page.cmas_number, page.posting_id) order by line),
                array(select amount from ledger_entry e where (e.cmas_number, e.posting_id) = (page.cmas_number, page.posting_id) order by line)
            from page order by cmas_number, posting_id""";
    private static final String POSTINGS_OF_CONTRACTOR = "p.contractor_id = ?";
    private static final String POSTINGS_OF_QUARTER = "p.quarter = ?";

    /** As they stand in {@code LedgerEntries} of fee-reporting-service. */
    static final List<String> OF_LEDGER = List.of(POSTINGS_PAGE, POSTINGS_OF_CONTRACTOR, POSTINGS_OF_QUARTER);

    private static final UUID AGENCY = UUID.fromString("0190a000-0000-7000-8000-000000000042");
    private static final UUID CONTRACTOR = UUID.fromString("0190a000-0000-7000-9000-000000000042");

    /** For whom the database is told that it is asked, as {@code Tenant} writes it. */
    private static final String DGS = "all";

    private static final String OF_THE_AGENCY = AGENCY + "/";
    private static final String OF_THE_CONTRACTOR = "/" + CONTRACTOR;

    private static final int PAGE = 51;

    private final Database orders;
    private final Database fees;
    private final Map<String, String> plans = new LinkedHashMap<>();

    /**
     * JDBC addresses of one database.
     *
     * @param superuser of a role that may write past triggers
     * @param application of the role as which the service connects, which sees the rows of its tenant only
     */
    record Database(String superuser, String application) {}

    /** A part of a statement with the value that it takes. */
    private record Condition(String sql, Object value) {}

    ListPlans(Database orders, Database fees) {
        this.orders = orders;
        this.fees = fees;
    }

    /** Writes so many orders, obligations and postings. */
    void fill(int rows) throws SQLException {
        fill(orders, ORDERS.formatted(rows), "purchase_order, order_version, order_agreement");
        fill(fees, FEES.formatted(rows), "report_obligation, posting");
    }

    private static void fill(Database database, String sql, String tables) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.superuser());
                var statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute("vacuum analyze " + tables);
        }
    }

    /** By list and filter, the indexes that find a page, or the tables that are read from end to end, and the median time. */
    Map<String, String> read() throws SQLException, IOException {
        plans.clear();
        try (Connection connection = DriverManager.getConnection(orders.application())) {
            readOrdersForDgs(connection);
            readOwnOrders(connection, "an agency's own orders", OF_THE_AGENCY, new Condition(OF_AGENCY, AGENCY));
            readOwnOrders(
                    connection, "a contractor's own orders", OF_THE_CONTRACTOR, new Condition(ISSUED_TO, CONTRACTOR));
        }
        try (Connection connection = DriverManager.getConnection(fees.application())) {
            readFees(connection);
        }
        return plans;
    }

    private void readOrdersForDgs(Connection connection) throws SQLException, IOException {
        tell(connection, DGS);
        orders(connection, "all orders");
        for (String state : List.of("SUBMITTED", "RETURNED", "ISSUED", "DRAFT")) {
            orders(connection, "orders " + state, new Condition(IN_STATE, state));
        }
        ordersOfDays(connection, "orders of a month nine years ago", "2016-03-01", "2016-03-31");
        ordersOfDays(connection, "orders of a year", "2020-01-01", "2020-12-31");
        orders(connection, "orders of 367 days", since("2020-01-01"), through("2021-01-01"));
        orders(connection, "orders through a day nine years ago", through("2016-03-31"));
        orders(connection, "orders since a day nine years ago", since("2016-03-01"));
        orders(connection, "orders with a number", new Condition(WITH_NUMBER, "PO-4711"));
        ordersOf(connection, "an agency", new Condition(OF_AGENCY, AGENCY));
        ordersOf(connection, "a contractor", new Condition(OF_CONTRACTOR, CONTRACTOR));
        orders(connection, "orders on an agreement", new Condition(ON_AGREEMENT, "3-01-70-0001A"));
    }

    private void ordersOf(Connection connection, String whom, Condition whose) throws SQLException, IOException {
        orders(connection, "orders of " + whom, whose);
        orders(
                connection,
                "orders of " + whom + ", of a month nine years ago",
                whose,
                since("2016-03-01"),
                through("2016-03-31"));
        orders(connection, "orders of " + whom + ", through a day nine years ago", whose, through("2016-03-31"));
    }

    private void readOwnOrders(Connection connection, String list, String tenant, Condition own)
            throws SQLException, IOException {
        tell(connection, tenant);
        orders(connection, list, own);
        orders(connection, list + ", RETURNED", own, new Condition(IN_STATE, "RETURNED"));
        orders(connection, list + ", of a month nine years ago", own, since("2016-03-01"), through("2016-03-31"));
        orders(connection, list + ", through a day nine years ago", own, through("2016-03-31"));
        orders(connection, list + ", on an agreement", own, new Condition(ON_AGREEMENT, "3-01-70-0001A"));
    }

    private void readFees(Connection connection) throws SQLException, IOException {
        tell(connection, DGS);
        obligations(
                connection,
                "obligations OVERDUE",
                " and (" + OVERDUE + ")" + NOT_FILED,
                "2026-Q4",
                LocalDate.of(2026, 11, 28));
        obligations(connection, "obligations OPEN", " and (" + OPEN + ")" + NOT_FILED, "2025-Q4");
        obligations(connection, "obligations FILED", " and (" + FILED + ")");
        obligations(connection, "obligations of a quarter", " and " + OBLIGATIONS_OF_QUARTER, "2021-Q3");
        obligations(connection, "obligations of a contractor", " and " + OBLIGATIONS_OF_CONTRACTOR, CONTRACTOR);
        postings(connection, "ledger entries of a contractor", POSTINGS_OF_CONTRACTOR, CONTRACTOR);
        postings(connection, "ledger entries of a quarter", POSTINGS_OF_QUARTER, "2021-Q3");
        tell(connection, OF_THE_CONTRACTOR);
        obligations(connection, "a contractor's own obligations", " and " + OBLIGATIONS_OF_CONTRACTOR, CONTRACTOR);
        postings(connection, "a contractor's own ledger entries", POSTINGS_OF_CONTRACTOR, CONTRACTOR);
    }

    private static Condition since(String day) {
        return new Condition(SINCE, LocalDate.parse(day));
    }

    private static Condition through(String day) {
        return new Condition(THROUGH, LocalDate.parse(day));
    }

    private void orders(Connection connection, String list, Condition... conditions) throws SQLException, IOException {
        StringBuilder where = new StringBuilder(WHERE);
        List<Object> values = new ArrayList<>();
        for (Condition condition : conditions) {
            where.append("\nand ").append(condition.sql());
            values.add(condition.value());
        }
        values.add(PAGE);
        plans.put(list, plan(connection, ORDERS_PAGE.formatted(where), values));
    }

    /** As the service asks for up to 366 days of orders that are anybody's. */
    private void ordersOfDays(Connection connection, String list, String from, String through)
            throws SQLException, IOException {
        LocalDate first = LocalDate.parse(from);
        plans.put(
                list,
                plan(
                        connection,
                        ORDERS_PAGE.formatted(OF_A_DAY.formatted("")),
                        List.of(LocalDate.parse(through), first, first, PAGE, PAGE)));
    }

    private void obligations(Connection connection, String list, String conditions, Object... values)
            throws SQLException, IOException {
        plans.put(list, plan(connection, OBLIGATIONS_PAGE.formatted(SETTLED, "true" + conditions), withPage(values)));
    }

    private void postings(Connection connection, String list, String condition, Object value)
            throws SQLException, IOException {
        plans.put(list, plan(connection, POSTINGS_PAGE.formatted("where true and " + condition), withPage(value)));
    }

    private static List<Object> withPage(Object... values) {
        List<Object> all = new ArrayList<>(List.of(values));
        all.add(PAGE);
        return all;
    }

    /** Says for whom what follows is read: the policies on the tables go by it. */
    private static void tell(Connection connection, String tenant) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('cmas.tenant', ?, false)")) {
            set.setString(1, tenant);
            set.execute();
        }
    }

    private static String plan(Connection connection, String sql, List<Object> values)
            throws SQLException, IOException {
        List<JsonNode> readings = new ArrayList<>();
        try (PreparedStatement explain = connection.prepareStatement("explain (analyze, format json) " + sql)) {
            for (int i = 0; i < values.size(); i++) {
                explain.setObject(i + 1, values.get(i));
            }
            for (int i = 0; i < READINGS; i++) {
                try (ResultSet row = explain.executeQuery()) {
                    row.next();
                    readings.add(JSON.readTree(row.getString(1)).get(0));
                }
            }
        }
        Set<String> scans = new TreeSet<>();
        addScans(readings.getLast().get("Plan"), scans);
        return "%s, %s ms".formatted(String.join(", ", scans), median(readings));
    }

    /** Without what was never begun: a policy's own reading, where its tenant needs none. */
    private static void addScans(JsonNode node, Set<String> scans) {
        if (node.path("Actual Loops").asInt() == 0) {
            return;
        }
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
