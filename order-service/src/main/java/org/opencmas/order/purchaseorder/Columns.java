package org.opencmas.order.purchaseorder;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one array for each column, so that one statement takes any number of them. In the statement each array stands in a
 * sub-select, which hides its length from the planner: one plan serves all lengths.
 */
final class Columns {
    private Columns() {}

    /**
     * Sets one array for each column, beginning at the given parameter; answers the number of the next. Everything goes as the text
     * that Java writes and PostgreSQL reads: ids, dates, instants, numbers.
     */
    static <T> int bind(
            PreparedStatement statement, int first, List<T> rows, List<Function<T, @Nullable Object>> columns)
            throws SQLException {
        int at = first;
        for (Function<T, @Nullable Object> column : columns) {
            statement.setArray(at++, texts(statement.getConnection(), rows, column));
        }
        return at;
    }

    private static <T> Array texts(Connection connection, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object of = value.apply(rows.get(i));
            texts[i] = of == null ? null : of.toString();
        }
        return connection.createArrayOf("text", texts);
    }
}
