package org.opencmas.compliance.ordercheck;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values of many rows as parameters of one statement. Typed, since the driver sends those in binary.
 *
 * <p>The statements take them through a sub-select, {@code (select ?::text[])}: that hides from the planner how many there are, so that
 * one plan serves all numbers and is not made again at every execution.
 */
final class SqlArrays {
    private SqlArrays() {}

    static <T> Array texts(Connection connection, Collection<T> rows, Function<T, @Nullable String> value)
            throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(value).toArray(String[]::new));
    }

    static <T> Array integers(Connection connection, Collection<T> rows, Function<T, Integer> value)
            throws SQLException {
        return connection.createArrayOf("int4", rows.stream().map(value).toArray(Integer[]::new));
    }
}
