package org.opencmas.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencmas.embedded.PostgresServer;
import org.opencmas.testkit.RoledDatabase;

@DisplayName("A transaction is for one tenant, said with its first statement, and the next one is not")
class TenantConnectionTest {
    private static final UUID ONE = UUID.fromString("018f0000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("018f0000-0000-7000-8000-000000000002");
    private static final Tenant AGENCY_ONE = Tenant.of(Optional.of(ONE), Optional.empty());
    private static final Tenant AGENCY_OTHER = Tenant.of(Optional.of(OTHER), Optional.empty());
    private static final Tenant CONTRACTOR_ONE = Tenant.of(Optional.empty(), Optional.of(ONE));

    private static RoledDatabase database;
    private Connection connection;

    @BeforeAll
    static void makeDatabase() throws SQLException, IOException {
        String server = Optional.ofNullable(System.getenv("CMAS_TEST_POSTGRES"))
                .orElseGet(() -> PostgresServer.startThrowAway().superuserUrl("postgres"));
        database = new RoledDatabase(
                server, "tenant" + UUID.randomUUID().toString().substring(0, 8));
        asOwner(Files.readString(Path.of("src/main/resources/db/tenant/V0_13__tenant.sql")));
        asOwner("""
                create table thing (
                    id bigint generated always as identity primary key, agency_id uuid, contractor_id uuid, name text not null unique);
                create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'kept'; end $$;
                create table fact (id int primary key, text text);
                create trigger fact_is_kept before update or delete or truncate on fact
                    for each statement execute function refuse_change();
                create table paper (id int primary key, text text, state text);
                create trigger paper_text_is_kept before update of text on paper for each row execute function refuse_change();
                create table passing (id int primary key);
                alter table thing enable row level security;
                create policy tenant on thing using ((select tenant_sees_all())
                    or agency_id = (select tenant_agency()) or contractor_id = (select tenant_contractor()));
                insert into thing (agency_id, contractor_id, name) values ('%1$s', '%2$s', 'first'), ('%2$s', '%1$s', 'second');
                insert into fact values (1, 'so'); insert into paper values (1, 'so', 'NEW'); insert into passing values (1)
                """.formatted(ONE, OTHER));
        grantRights();
    }

    private static void grantRights() throws SQLException, IOException {
        asOwner(Files.readString(Path.of("src/main/resources/db/tenant/afterMigrate.sql"))
                .replace("${applicationRole}", database.application())
                .replace("${tablesWithDeletes}", "passing, unknown"));
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(database.url(), database.owner(), database.owner());
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", database.application());
        properties.setProperty("password", database.application());
        properties.setProperty("socketFactory", CountedSockets.class.getName());
        connection = new TenantDriver().connect(database.url(), properties);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private List<String> names() throws SQLException {
        return names("select name from thing where id > ? order by id");
    }

    private List<String> names(String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, 0);
            try (ResultSet row = select.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (row.next()) {
                    names.add(row.getString(1));
                }
                return names;
            }
        }
    }

    private List<String> namesFor(Tenant tenant) throws SQLException {
        return tenant.during(this::names);
    }

    @ParameterizedTest(name = "without a transaction: {0}")
    @ValueSource(booleans = {true, false})
    void everyTenantSeesItsRowsAndNobodySeesNone(boolean alone) throws SQLException {
        // Often enough for the driver to keep the statements prepared at the server.
        for (int i = 0; i < 12; i++) {
            connection.setAutoCommit(alone);
            assertThat(namesFor(AGENCY_ONE)).containsExactly("first");
            end(alone);
            assertThat(namesFor(CONTRACTOR_ONE)).containsExactly("second");
            end(alone);
            assertThat(namesFor(Tenant.ALL)).containsExactly("first", "second");
            end(alone);
            assertThat(namesFor(Tenant.of(Optional.empty(), Optional.empty()))).isEmpty();
            end(alone);
            assertThat(names()).isEmpty();
            end(alone);
        }
    }

    private void end(boolean alone) throws SQLException {
        if (!alone) {
            connection.commit();
        }
    }

    @Test
    void aTransactionThatEndsTakesItsTenantWithIt() throws SQLException {
        connection.setAutoCommit(false);
        assertThat(namesFor(AGENCY_ONE)).containsExactly("first");
        connection.commit();
        assertThat(names()).isEmpty();
        connection.rollback();
        assertThat(namesFor(AGENCY_OTHER)).containsExactly("second");
        connection.rollback();
        connection.setAutoCommit(true);
        assertThat(names()).isEmpty();
        assertThat(names("select current_setting('cmas.tenant', true) from generate_series(1, 1) n where n > ?"))
                .containsExactly("");
    }

    @Test
    void withinOneTransactionTheSettingFollowsTheWork() throws SQLException {
        connection.setAutoCommit(false);
        assertThat(namesFor(AGENCY_ONE)).containsExactly("first");
        List<String> all = AGENCY_ONE.during(() -> Tenant.seeingAll(this::names));
        assertThat(all).containsExactly("first", "second");
        assertThat(namesFor(AGENCY_ONE)).containsExactly("first");
        // Work for nobody does not see what the work before it saw.
        assertThat(names()).isEmpty();
        connection.rollback();
    }

    @Test
    void aRollbackToASavepointDoesNotLoseTheSetting() throws SQLException {
        connection.setAutoCommit(false);
        Savepoint before = connection.setSavepoint();
        assertThat(namesFor(AGENCY_ONE)).containsExactly("first");
        connection.rollback(before);
        assertThat(namesFor(AGENCY_ONE)).containsExactly("first");
        connection.rollback();
    }

    @Test
    void aFailedStatementWithoutATransactionLeavesNoneBehind() throws SQLException {
        assertThatThrownBy(() -> AGENCY_ONE.during(() -> insert("first"))).hasMessageContaining("thing_name_key");
        assertThat(names()).isEmpty();
        assertThat(namesFor(AGENCY_ONE)).containsExactly("first");
    }

    private int insert(String name) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into thing (agency_id, name) values (?, ?)")) {
            insert.setObject(1, ONE);
            insert.setString(2, name);
            return insert.executeUpdate();
        }
    }

    @Test
    void aRowOfAnotherTenantIsNotWrittenEither() throws SQLException {
        assertThatThrownBy(() -> AGENCY_OTHER.during(() -> insert("third"))).hasMessageContaining("row-level security");
        assertThatThrownBy(() -> insert("third")).hasMessageContaining("row-level security");
        connection.setAutoCommit(false);
        assertThat(AGENCY_ONE.during(() -> insert("third"))).isEqualTo(1);
        connection.rollback();
    }

    @Test
    void aStatementWithItsTextAndStatementsTogetherAreForTheTenantToo() throws SQLException {
        String both = "update thing set name = name; select count(*) from thing -- all that are seen";
        try (Statement statement = connection.createStatement()) {
            assertThat(AGENCY_ONE.<Boolean, SQLException>during(() -> statement.execute(both)))
                    .isFalse();
            assertThat(statement.getUpdateCount()).isEqualTo(1);
            assertThat(statement.getMoreResults()).isTrue();
            ResultSet row = statement.getResultSet();
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(1);
            assertThat(AGENCY_ONE.<Integer, SQLException>during(
                            () -> statement.executeUpdate("update thing set name = name")))
                    .isEqualTo(1);
            assertThat(statement.executeUpdate("update thing set name = name")).isZero();
        }
    }

    @ParameterizedTest(name = "without a transaction: {0}")
    @ValueSource(booleans = {true, false})
    void theDatabaseIsNotAskedOnceMore(boolean alone) throws SQLException {
        connection.setAutoCommit(alone);
        for (int i = 0; i < 12; i++) {
            int forNobody = roundTrips(alone, Tenant.NONE);
            int forSomebody = roundTrips(alone, AGENCY_ONE);
            assertThat(forNobody).isEqualTo(alone ? 2 : 3);
            assertThat(forSomebody).isEqualTo(forNobody);
        }
    }

    /** Of two queries, and of the commit where there is a transaction. */
    private int roundTrips(boolean alone, Tenant tenant) throws SQLException {
        int before = CountedSockets.ROUND_TRIPS.get();
        namesFor(tenant);
        namesFor(tenant);
        end(alone);
        return CountedSockets.ROUND_TRIPS.get() - before;
    }

    @Test
    void aTransactionBeginsWithItsIsolationAndIsForTheTenantFromItsFirstQueryOn() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            Tenant.seeingAll(() -> statement.execute("set transaction isolation level repeatable read read only"));
            assertThat(namesFor(Tenant.ALL)).containsExactly("first", "second");
        }
        connection.rollback();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table thing disable row level security",
                "alter table thing add column more int",
                "drop table thing",
                "drop policy tenant on thing",
                "alter policy tenant on thing using (true)",
                "truncate thing",
                "truncate passing",
                "alter table fact disable trigger all",
                "update fact set text = 'other'",
                "delete from fact",
                "update paper set text = 'other'",
                "delete from paper",
                "create table more (id int)",
                "set session_replication_role = replica",
                "set session authorization postgres"
            })
    void theApplicationCannotTakeTheProtectionAway(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> Tenant.seeingAll(() -> statement.execute(sql)))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void theApplicationDoesWhatItIsMeantTo() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update paper set state = 'OLD'"))
                    .isEqualTo(1);
            assertThat(statement.executeUpdate("insert into fact values (2, 'so')"))
                    .isEqualTo(1);
            assertThat(statement.executeUpdate("delete from passing")).isEqualTo(1);
        }
    }

    @Test
    void anOwnerOrASuperuserIsNoApplication() throws SQLException {
        assertThatThrownBy(() -> asOwner(Files.readString(Path.of("src/main/resources/db/tenant/afterMigrate.sql"))
                        .replace("${applicationRole}", database.owner())
                        .replace("${tablesWithDeletes}", "")))
                .hasMessageContaining("is the owner of the tables or a superuser");
        assertThatThrownBy(() -> asOwner(Files.readString(Path.of("src/main/resources/db/tenant/afterMigrate.sql"))
                        .replace("${applicationRole}", "postgres")
                        .replace("${tablesWithDeletes}", "")))
                .hasMessageContaining("is the owner of the tables or a superuser");
    }
}
