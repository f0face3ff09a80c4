package org.opencmas.order.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.order.Api;
import org.opencmas.order.payment.Bills;
import org.opencmas.tenant.Tenant;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.TestInfrastructure;

@QuarkusTest
@QuarkusTestResource(TestInfrastructure.class)
@DisplayName("PP-WITHHOLD-BASE, PP-IT-RISK, PP-GOODS-SPECIAL: the database holds what the dated figures say")
class FiguresHeldByDatabaseTest {
    private static final String TERMS = """
            insert into progress_terms (order_id, act_number, agency_id, kind, share, risk_decided_by, risk_evidence, tasks, document, agreed_on,
                usual_share, least_share_small, bond_share)
            values ('%s', 1000, '%s', '%s', %s, %s, %s, '[]', '{}', date '1990-01-01', 0.01, 0.01, 0.01)
            """;

    private static final String SCHEMA = "before_kept_figures";

    private static final Map<String, Bills> ISSUED = new HashMap<>();

    @Inject
    DataSource application;

    /** One order for each kind of agreement: nothing that is tried on it stays. */
    private static Bills issued(String kind) {
        return ISSUED.computeIfAbsent(
                kind.equals("IT_SPECIAL") ? "3-16-70-3298A" : "4-06-78-0031A",
                number -> Bills.onPlain(Api.line("1", number, "1", "100.00")));
    }

    private static String terms(String kind, String share, String said) {
        Bills issued = issued(kind);
        return TERMS.formatted(issued.orderId(), issued.agency(), kind, share, said, said);
    }

    /** Figures of this day, in place of any other of it; they count only within the transaction, which is rolled back. */
    private static void figures(Statement statement, String usual, String small) throws SQLException {
        statement.execute("alter table payment_figure disable trigger user");
        statement.execute(
                "delete from payment_figure where valid_from = (now() at time zone 'America/Los_Angeles')::date");
        statement.execute("""
                insert into payment_figure (name, value, valid_from, source, confidence)
                select name, value, (now() at time zone 'America/Los_Angeles')::date, 'a test', 'D'
                from (values ('PP_WITHHOLD_SHARE', %s), ('PP_RISK_SHARE_SMALL', %s), ('PP_RISK_SHARE_LARGE', 0.15), ('PP_RISK_LARGE_PRICE', 500),
                    ('PP_BOND_SHARE', 0.75)) as figure (name, value)
                """.formatted(usual, small));
    }

    @DisplayName(
            "A share is compared with the figures of the day on which it is agreed, whatever the statement says of them")
    @ParameterizedTest(name = "usually {0}, by a decision {1}: {2} of {3}, decided {4}: taken {5}")
    @CsvSource({
        "0.20, 0.12, 0.20,    IT_SPECIAL,    false, true",
        "0.20, 0.12, 0.19999, IT_SPECIAL,    false, false",
        "0.20, 0.12, 0.12,    IT_SPECIAL,    true,  true",
        "0.20, 0.12, 0.11999, IT_SPECIAL,    true,  false",
        "0.20, 0.12, 0.19999, GOODS_SPECIAL, true,  false",
        ",         , 0.10,    GOODS_SPECIAL, false, true",
        ",         , 0.09999, GOODS_SPECIAL, false, false",
        ",         , 0.03,    IT_SPECIAL,    true,  true",
        ",         , 0.02999, IT_SPECIAL,    true,  false",
    })
    void aShareIsComparedWithItsDaysFigures(
            @Nullable String usual, @Nullable String small, String share, String kind, boolean decided, boolean taken)
            throws SQLException {
        String sql = terms(kind, share, decided ? "'P'" : "null");
        try (Connection owner = OwnerDatabase.dataSource().getConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            if (usual != null && small != null) {
                figures(statement, usual, small);
            }
            if (taken) {
                statement.execute(sql);
            } else {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("lower_share_by_risk_decision");
            }
            owner.rollback();
        }
    }

    @Test
    void theFiguresStayWithTheTerms() throws SQLException {
        String sql = terms("IT_SPECIAL", "0.03", "'P'");
        try (Connection owner = OwnerDatabase.dataSource().getConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(sql);
            try (ResultSet row =
                    statement.executeQuery("""
                    select agreed_on = (now() at time zone 'America/Los_Angeles')::date, usual_share, least_share_small, bond_share,
                        withheld_share(t, 9999999.99), withheld_share(t, 10000000.00)
                    from progress_terms t where order_id = '%s'
                    """.formatted(issued("IT_SPECIAL").orderId()))) {
                row.next();
                assertThat(row.getBoolean(1)).isTrue();
                assertThat(row.getBigDecimal(2)).isEqualByComparingTo("0.10");
                assertThat(row.getBigDecimal(3)).isEqualByComparingTo("0.03");
                assertThat(row.getBigDecimal(4)).isEqualByComparingTo("0.50");
                assertThat(row.getBigDecimal(5)).isEqualByComparingTo("0.03");
                assertThat(row.getBigDecimal(6)).isEqualByComparingTo("0.05");
            }
            owner.rollback();
        }
    }

    @Test
    @DisplayName("Terms that an older database has are held by what held them before")
    void termsFromBeforeKeepWhatHeldThem() throws SQLException {
        migrateTo("53?");
        try (Connection owner = OwnerDatabase.dataSource().getConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local search_path to " + SCHEMA + ", public");
            // Without an order: what the row's triggers work out is not looked at here.
            statement.execute("alter table progress_terms disable trigger user");
            statement.execute("""
                    insert into progress_terms (order_id, act_number, agency_id, kind, share, risk_decided_by, risk_evidence, tasks, document)
                    values (gen_random_uuid(), 1, gen_random_uuid(), 'IT_SPECIAL', 0.03, 'P', 'file 7', '[]', '{}')
                    """);
            statement.execute("alter table progress_terms enable trigger user");
            owner.commit();
        }
        migrateTo("61");
        try (Connection owner = OwnerDatabase.dataSource().getConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("set local search_path to " + SCHEMA + ", public");
            try (ResultSet row = statement.executeQuery("""
                    select agreed_on, usual_share, least_share_small, bond_share, withheld_share(t, 9999999.99), withheld_share(t, 10000000.00)
                    from progress_terms t
                    """)) {
                row.next();
                assertThat(row.getObject(1)).isNull();
                assertThat(row.getBigDecimal(2)).isEqualByComparingTo("0.10");
                assertThat(row.getBigDecimal(3)).isEqualByComparingTo("0.03");
                assertThat(row.getBigDecimal(4)).isEqualByComparingTo("0.50");
                assertThat(row.getBigDecimal(5)).isEqualByComparingTo("0.03");
                assertThat(row.getBigDecimal(6)).isEqualByComparingTo("0.05");
            }
            owner.rollback();
        }
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(OwnerDatabase.dataSource())
                .schemas(SCHEMA)
                .locations("db/migration")
                .target(version)
                .load()
                .migrate();
    }

    @Test
    void theApplicationDatesNoFigure() {
        assertThatThrownBy(() -> Tenant.<Integer, SQLException>seeingAll(() -> {
                    try (Connection connection = application.getConnection();
                            Statement statement = connection.createStatement()) {
                        return statement.executeUpdate("""
                                insert into payment_figure (name, value, valid_from, source, confidence)
                                values ('PP_WITHHOLD_SHARE', 0.01, date '2026-01-01', 'nobody', 'D')
                                """);
                    }
                }))
                .hasMessageContaining("figures are appended by migrations");
    }
}
