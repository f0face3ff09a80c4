package org.opencmas.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rows reach the database as they are, in their order, however many there are")
final class ColumnsTest {

    private record Row(@Nullable String text, BigDecimal amount, Instant at, String words) {}

    private static final Columns<Row> ROWS = Columns.<Row>of("text", "text", Row::text)
            .and("amount", "numeric", Row::amount)
            .and("at", "timestamptz", Row::at)
            .and("words", "text[]", Row::words);

    private static final Row PLAIN =
            new Row("one", new BigDecimal("0.10"), Instant.parse("2026-11-26T10:20:30.123456Z"), "{a,b}");
    private static final Row AWKWARD =
            new Row("a \"quoted\" \\ {comma, brace} NULL\n", new BigDecimal("99999999999999.99"), Instant.EPOCH, "{}");
    private static final Row ABSENT = new Row(null, BigDecimal.ZERO, Instant.EPOCH, "{}");

    @Test
    void values_come_back_as_they_were_given() throws SQLException {
        assertThat(read(List.of(PLAIN, AWKWARD, ABSENT)))
                .containsExactly(
                        "1 one 0.10 2026-11-26T10:20:30.123456Z 2",
                        "2 " + AWKWARD.text() + " 99999999999999.99 1970-01-01T00:00:00Z 0",
                        "3 null 0 1970-01-01T00:00:00Z 0");
    }

    @Test
    void no_rows_are_no_rows() throws SQLException {
        assertThat(read(List.of())).isEmpty();
    }

    @Test
    void a_statement_may_have_other_parameters_before_and_behind() throws SQLException {
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

    private static List<String> read(List<Row> rows) throws SQLException {
        List<String> read = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(TestServers.postgresUrl("postgres"));
                PreparedStatement select =
                        connection.prepareStatement("select place, text, amount, at, cardinality(words) from "
                                + ROWS.given() + " order by place")) {
            ROWS.bind(select, 1, rows);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    read.add(row.getLong(1) + " " + row.getString(2) + " " + row.getBigDecimal(3) + " "
                            + row.getTimestamp(4).toInstant() + " " + row.getInt(5));
                }
            }
        }
        return read;
    }
}
