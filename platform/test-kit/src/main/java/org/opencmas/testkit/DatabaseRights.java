package org.opencmas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What holds of the database of every service: the application's role takes no protection away, and every table shows a tenant its own rows only. */
public final class DatabaseRights {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final DataSource application;
    private final DataSource owner;

    /**
     * The rights in one database.
     *
     * @param application as the service connects
     */
    public DatabaseRights(DataSource application, DataSource owner) {
        this.application = application;
        this.owner = owner;
    }

    /** @throws AssertionError naming what does not hold */
    public void check() throws IOException, SQLException {
        noneOf("the application's role is a superuser, owns something or acts for another role", application, """
                select rolname from pg_roles where rolname = current_user
                    and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                union all select relname from pg_class where pg_get_userbyid(relowner) = current_user
                union all select proname from pg_proc where pg_get_userbyid(proowner) = current_user
                union all select datname from pg_database where pg_get_userbyid(datdba) = current_user
                union all select roleid::regrole::text from pg_auth_members where member = current_user::regrole
                """);
        noneOf(
                "the migrations are a superuser's",
                owner,
                "select rolname from pg_roles where rolname = current_user and rolsuper");
        new TenantTables(application, owner, Path.of("open-tables.csv")).check();
        noneOf("functions of triggers that would look at temporary tables first", owner, """
                select p.proname from pg_proc p join pg_language l on l.oid = p.prolang
                where p.pronamespace = 'public'::regnamespace and l.lanname = 'plpgsql'
                    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
                    and coalesce(array_to_string(p.proconfig, ','), '') not like '%search_path=pg_catalog, public, pg_temp%'
                """);
        noneOf("tables that the application may truncate, refer to, or give triggers", application, """
                select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                    and has_table_privilege(c.oid, 'truncate, references, trigger')
                """);
        noneOf("tables that the application may change although every change is refused", application, """
                select c.relname from pg_class c join pg_trigger t on t.tgrelid = c.oid join pg_proc p on p.oid = t.tgfoid
                where p.proname like 'refuse\\_%' and t.tgqual is null and t.tgattr = ''
                    and (t.tgtype & 16 <> 0 and has_any_column_privilege(c.oid, 'update')
                        or t.tgtype & 8 <> 0 and has_table_privilege(c.oid, 'delete'))
                """);
        for (String table : rows(owner, """
                select format('%I', relname) from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity
                """)) {
            refused("alter table " + table + " disable row level security");
            refused("alter table " + table + " disable trigger all");
            refused("alter table " + table + " add column more int");
            refused("create policy more on " + table + " using (true)");
            refused("truncate " + table + " cascade");
            refused("drop table " + table + " cascade");
        }
        refused("truncate journal");
        refused("delete from journal");
        refused("update journal set payload = payload");
        refused("create table more (id int)");
    }

    private static void noneOf(String what, DataSource database, String sql) throws SQLException {
        assertThat(rows(database, sql)).as(what).isEmpty();
    }

    private void refused(String sql) throws SQLException {
        try (Connection connection = application.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String state = "taken";
            try {
                statement.execute(sql);
            } catch (SQLException e) {
                state = String.valueOf(e.getSQLState());
            }
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(state).as(sql).isEqualTo(INSUFFICIENT_PRIVILEGE);
        }
    }

    /** The first column of what a query gives on a connection of that role. */
    public static List<String> rows(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }
}
