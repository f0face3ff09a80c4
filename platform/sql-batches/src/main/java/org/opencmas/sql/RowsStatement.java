package org.opencmas.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * A statement that is given rows, any number of them. A single row, which is what comes when nothing else does, goes as plain values
 * and not as arrays of one: PostgreSQL then needs a quarter less time for an entry of the journal, and a large text is not taken
 * apart character by character. Either wording has one plan.
 *
 * @param <T> what a row is made from
 */
public final class RowsStatement<T> {
    private static final RoundTrip.Rows IGNORED = row -> {};

    private final Columns<T> columns;
    private final String aboutOne;
    private final String aboutAny;

    RowsStatement(Columns<T> columns, String sql) {
        this.columns = columns;
        this.aboutOne = sql.formatted(columns.givenOne());
        this.aboutAny = sql.formatted(columns.given());
    }

    /** Has it sent with others; the rows it answers, if any, are ignored. */
    public void addTo(RoundTrip statements, Collection<T> rows) {
        addTo(statements, rows, IGNORED);
    }

    /** Has it sent with others; its answer is read once everything was answered. */
    public void addTo(RoundTrip statements, Collection<T> rows, RoundTrip.Rows answer) {
        boolean isOne = rows.size() == 1;
        statements.add(isOne ? aboutOne : aboutAny, (statement, first) -> bind(statement, first, rows, isOne), answer);
    }

    private int bind(PreparedStatement statement, int first, Collection<T> rows, boolean isOne) throws SQLException {
        return isOne ? columns.bindOne(statement, first, rows.iterator().next()) : columns.bind(statement, first, rows);
    }
}
