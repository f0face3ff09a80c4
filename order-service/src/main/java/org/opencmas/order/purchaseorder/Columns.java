package org.opencmas.order.purchaseorder;

import java.sql.Array;
import java.sql.Connection;
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

    /** A column of texts, or of what PostgreSQL reads from the text that Java writes: ids, dates, instants, numbers. */
    static <T> Array texts(Connection connection, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            Object of = value.apply(rows.get(i));
            texts[i] = of == null ? null : of.toString();
        }
        return connection.createArrayOf("text", texts);
    }
}
