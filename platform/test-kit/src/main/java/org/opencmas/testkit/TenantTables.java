package org.opencmas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.testkit.DatabaseRights.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Whether every table of a service's database shows a tenant its own rows only. What is open is named with its reason in the service's
 * {@code open-tables.csv}, kept by hand; a line reads {@code table,seen,reason}, {@code seen} being {@code unprotected} for a table
 * without policies, or who reads all its rows: {@code everybody}, {@code known} callers, {@code agencies}.
 */
final class TenantTables {
    private static final String HEADER = "table,seen,reason";

    /** Tables of the platform's own migrations, the same in every service. */
    private static final Map<String, String> OF_THE_PLATFORM = Map.ofEntries(
            Map.entry("flyway_schema_history", "the owner's; the application has no right to it"),
            Map.entry("journal", "positions and hashes need every entry; its readers see all"),
            Map.entry("journal_order", "positions and hashes need every entry; its readers see all"),
            Map.entry("journal_published", "one row: how far the broker has everything"),
            Map.entry("journal_key", "public keys"),
            Map.entry("journal_checkpoint", "positions and hashes, published"),
            Map.entry("handled_event", "ids of other services' events"),
            Map.entry("handled_source", "how far sources are followed"),
            Map.entry("handled_partition", "how far sources are followed"),
            Map.entry("handled_position", "positions of other services' events"),
            Map.entry("handled_event_walk", "one row: how far ids were walked"),
            Map.entry("copied_aggregate", "versions by aggregate, without what they say"),
            Map.entry("parked_event", "other services' events; its readers see all"),
            Map.entry("idempotent_request", "found by its caller and key, in every statement"),
            Map.entry("client_allowance", "counts of requests by client"));

    private static final String STRANGER = "019f0000-0000-7000-8000-00000000dead";
    private static final String SETTING = "select set_config('cmas.tenant', '%s', true)";

    private static final String VALUES = """
            select format('%I', a.attname), case
                    when t.typcategory = 'B' then 'false'
                    when t.typcategory = 'N' then '1'
                    when t.typcategory = 'D' then 'now()'
                    when t.typcategory = 'A' then '''{}'''
                    when t.typname in ('json', 'jsonb') then '''{}'''
                    when t.typname = 'uuid' then 'gen_random_uuid()'
                    when t.typname = 'bytea' then '''\\x00'''
                    else '''x''' end || '::' || format_type(a.atttypid, a.atttypmod)
            from pg_attribute a join pg_type t on t.oid = a.atttypid
            where a.attrelid = 'public.TABLE'::regclass and a.attnum > 0 and not a.attisdropped
                and a.attnotnull and not a.atthasdef and a.attidentity = ''
            """;
    private static final String POLICIES = """
            select format('create policy %I on pg_temp.%I as %s for %s using (%s)', polname, relname,
                case when polpermissive then 'permissive' else 'restrictive' end,
                case polcmd when 'r' then 'select' else 'all' end, pg_get_expr(polqual, polrelid))
            from pg_policy join pg_class c on c.oid = polrelid
            where polrelid = 'public.TABLE'::regclass and polcmd in ('r', '*')
            """;

    /** Who reads rows of a table that are not its own. */
    private enum Seen {
        UNPROTECTED,
        EVERYBODY,
        KNOWN,
        AGENCIES
    }

    /** A caller that owns nothing, by the setting that the policies read. */
    private enum Caller {
        NOBODY("", Seen.EVERYBODY),
        WITHOUT_TENANT("/", Seen.EVERYBODY, Seen.KNOWN),
        AGENCY(STRANGER + "/", Seen.EVERYBODY, Seen.KNOWN, Seen.AGENCIES),
        CONTRACTOR("/" + STRANGER, Seen.EVERYBODY, Seen.KNOWN),
        BOTH(STRANGER + "/" + STRANGER, Seen.EVERYBODY, Seen.KNOWN);

        private final String setting;
        private final Set<Seen> sees;

        Caller(String setting, Seen first, Seen... others) {
            this.setting = setting;
            this.sees = EnumSet.of(first, others);
        }
    }

    private final DataSource application;
    private final DataSource owner;
    private final Map<String, Seen> open;

    /** @param open the service's {@code open-tables.csv} */
    TenantTables(DataSource application, DataSource owner, Path open) throws IOException {
        this.application = application;
        this.owner = owner;
        this.open = read(Files.readAllLines(open));
    }

    private static Map<String, Seen> read(List<String> lines) {
        assertThat(lines).as("the lines of open-tables.csv").startsWith(HEADER);
        Map<String, Seen> read = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", 3);
            assertThat(cells).as(line).hasSize(3).doesNotContain("");
            assertThat(read.put(cells[0], Seen.valueOf(cells[1].toUpperCase(Locale.ROOT))))
                    .as("named twice: " + line)
                    .isNull();
        }
        return read;
    }

    /** @throws AssertionError naming every table that is open without a reason, or that shows a stranger a row */
    void check() throws SQLException {
        Set<String> unprotected = tables("not c.relrowsecurity");
        Set<String> underPolicies = tables("c.relrowsecurity");
        Set<String> named = new TreeSet<>();
        open.forEach((table, seen) -> {
            if (seen == Seen.UNPROTECTED) {
                named.add(table);
            }
        });
        assertThat(without(unprotected, OF_THE_PLATFORM.keySet()))
                .as("tables without row-level security, and those that open-tables.csv names so")
                .isEqualTo(named);
        Set<String> shared = without(open.keySet(), named);
        assertThat(without(shared, underPolicies))
                .as("tables that open-tables.csv calls shared and that have no row-level security")
                .isEmpty();
        assertThat(without(new TreeSet<>(rows(owner, """
                select tablename from pg_policies where schemaname = 'public' and (qual = 'true' or with_check = 'true')
                """)), shared))
                .as("tables with a policy for everybody that open-tables.csv does not name")
                .isEmpty();
        for (String table : underPolicies) {
            showsStrangersNothing(table);
            showsStrangersNothingOfARow(table);
        }
    }

    private Set<String> tables(String condition) throws SQLException {
        return new TreeSet<>(rows(owner, """
                select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') and\s""" + condition));
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    /** Of all the rows that are there now. */
    private void showsStrangersNothing(String table) throws SQLException {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                require(statement, table, table);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Of a row that is another's, or nobody's: in a copy with the same policies, so that it need not keep to anything else. */
    private void showsStrangersNothingOfARow(String table) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                String copy = "pg_temp." + table;
                List<String> policies = first(statement, POLICIES.replace("TABLE", table));
                Map<String, String> row = pairs(statement, VALUES.replace("TABLE", table));
                statement.execute("create temp table " + table + " (like public." + table
                        + " including defaults including identity including generated)");
                String columns = String.join(", ", row.keySet());
                statement.execute("insert into " + copy
                        + (row.isEmpty()
                                ? " default values"
                                : " (" + columns + ") values (" + String.join(", ", row.values()) + ")"));
                statement.execute("alter table " + copy + " enable row level security");
                statement.execute("alter table " + copy + " force row level security");
                for (String policy : policies) {
                    statement.execute(policy);
                }
                require(statement, table, copy);
            } finally {
                connection.rollback();
            }
        }
    }

    private void require(Statement statement, String table, String rows) throws SQLException {
        for (Caller stranger : Caller.values()) {
            Seen seen = open.get(table);
            if (seen == null || !stranger.sees.contains(seen)) {
                first(statement, SETTING.formatted(stranger.setting));
                assertThat(first(statement, "select count(*) from " + rows))
                        .as("rows of %s that are seen by %s, a caller that owns nothing", table, stranger)
                        .containsExactly("0");
            }
        }
    }

    private static List<String> first(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private static Map<String, String> pairs(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            Map<String, String> found = new LinkedHashMap<>();
            while (row.next()) {
                found.put(row.getString(1), row.getString(2));
            }
            return found;
        }
    }
}
