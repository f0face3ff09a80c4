package org.opencmas.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.TestServers;

@DisplayName("Rows reach the database as they are, in their order, however many there are")
final class ColumnsTest {

    private record Row(@Nullable String text, BigDecimal amount, Instant at, String words) {}

    private static final Columns<Row> ROWS = Columns.<Row>of("text", "text", Row::text)
            .and("amount", "numeric", Row::amount)
            .and("at", "timestamptz", Row::at)
            .and("words", "text[]", Row::words);

    private static final RowsStatement<Row> READ =
            ROWS.statement("select place, text, amount, at, cardinality(words) from %s order by place");

    private static final Row PLAIN =
            new Row("one", new BigDecimal("0.10"), Instant.parse("2026-11-26T10:20:30.123456Z"), "{a,b}");
    private static final Row AWKWARD =
            new Row("a \"quoted\" \\ {comma, brace} NULL\n", new BigDecimal("99999999999999.99"), Instant.EPOCH, "{}");
    private static final Row ABSENT = new Row(null, BigDecimal.ZERO, Instant.EPOCH, "{}");

    @Test
    void valuesComeBackAsTheyWereGiven() throws SQLException {
        assertThat(read(List.of(PLAIN, AWKWARD, ABSENT)))
                .containsExactly(
                        "1 one 0.10 2026-11-26T10:20:30.123456Z 2",
                        "2 " + AWKWARD.text() + " 99999999999999.99 1970-01-01T00:00:00Z 0",
                        "3 null 0 1970-01-01T00:00:00Z 0");
    }

    @Test
    void aSingleRowComesBackAsItWasGivenToo() throws SQLException {
        assertThat(read(List.of(PLAIN))).containsExactly("1 one 0.10 2026-11-26T10:20:30.123456Z 2");
        assertThat(read(List.of(AWKWARD)))
                .containsExactly("1 " + AWKWARD.text() + " 99999999999999.99 1970-01-01T00:00:00Z 0");
        assertThat(read(List.of(ABSENT))).containsExactly("1 null 0 1970-01-01T00:00:00Z 0");
    }

    @Test
    void noRowsAreNoRows() throws SQLException {
        assertThat(read(List.of())).isEmpty();
    }

    @Test
    void aStatementMayHaveOtherParametersBeforeAndBehind() throws SQLException {
        try (Connection connection = DriverManager.getConnection(TestServers.postgresUrl("postgres"));
                PreparedStatement select =
                        connection.prepareStatement("select ? || text from " + ROWS.given() + " where text <> ?")) {
            select.setString(1, "before ");
            int next = ROWS.bind(select, 2, List.of(PLAIN, AWKWARD));
            select.setString(next, String.valueOf(AWKWARD.text()));
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("before one");
                assertThat(row.next()).isFalse();
            }
        }
    }

    @Test
    void rowsAreInsertedInTheirOrder() throws SQLException {
        RowsStatement<Row> insert = ROWS.insert("given_row");
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(TestServers.postgresUrl("postgres"));
                Statement create = connection.createStatement()) {
            create.execute("create temporary table given_row (n bigint generated always as identity, text text,"
                    + " amount numeric, at timestamptz, words text[])");
            connection.setAutoCommit(false);
            RoundTrip all = new RoundTrip();
            insert.addTo(all, List.of(AWKWARD, ABSENT, PLAIN));
            insert.addTo(all, List.of());
            insert.addTo(all, List.of(PLAIN));
            all.add("select text from given_row order by n", (select, first) -> first, row -> {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            });
            all.sendAndCommit(connection);
        }
        assertThat(texts).containsExactly(AWKWARD.text(), null, "one", "one");
    }

    @Test
    void rowsAreFoundByAnIndexWherePoliciesHideSome() throws SQLException {
        Columns<String> ids = Columns.of("id", "uuid", id -> id);
        String sql = "select * from guarded where id in (select id from " + ids.given() + ")";
        List<String> plan = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(TestServers.postgresUrl("postgres"));
                Statement prepare = connection.createStatement()) {
            connection.setAutoCommit(false);
            prepare.execute("create role reader_of_guarded");
            prepare.execute("create table guarded (id uuid primary key, owner text)");
            prepare.execute("alter table guarded enable row level security");
            prepare.execute(
                    "create policy own on guarded using (owner = (select current_setting('guarded.owner', true)))");
            prepare.execute("grant select on guarded to reader_of_guarded");
            prepare.execute("set local role reader_of_guarded");
            prepare.execute("set local enable_seqscan = off");
            try (PreparedStatement explain = connection.prepareStatement("explain (costs off) " + sql)) {
                ids.bind(explain, 1, List.of("0190a000-0000-7000-8000-000000000001"));
                try (ResultSet row = explain.executeQuery()) {
                    while (row.next()) {
                        plan.add(row.getString(1).strip());
                    }
                }
            }
            connection.rollback();
        }
        assertThat(plan)
                .as("joined by the index, not read whole and compared")
                .anyMatch(line -> line.startsWith("Index Cond: (id = "));
    }

    private static List<String> read(List<Row> rows) throws SQLException {
        List<String> read = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(TestServers.postgresUrl("postgres"))) {
            RoundTrip all = new RoundTrip();
            READ.addTo(all, rows, row -> {
                while (row.next()) {
                    read.add(row.getLong(1) + " " + row.getString(2) + " " + row.getBigDecimal(3) + " "
                            + row.getTimestamp(4).toInstant() + " " + row.getInt(5));
                }
            });
            all.send(connection);
        }
        return read;
    }
}
