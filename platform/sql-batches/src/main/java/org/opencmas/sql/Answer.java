package org.opencmas.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a query says that is sent together with others; known once they were sent.
 *
 * @param <T> what its rows are read into
 */
public final class Answer<T> {
    private @Nullable T value;

    private Answer() {}

    /** Reads all rows of a query; the result is closed by the caller. */
    public interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** Adds a query to the statements and gives its answer to come. */
    public static <T> Answer<T> ask(RoundTrip statements, String sql, RoundTrip.Binding values, Reader<T> reader) {
        Answer<T> answer = new Answer<>();
        statements.add(sql, values, rows -> answer.value = reader.read(rows));
        return answer;
    }

    /** Adds a query about those rows to the statements and gives its answer to come. */
    public static <R, T> Answer<T> ask(
            RoundTrip statements, RowsStatement<R> query, Collection<R> about, Reader<T> reader) {
        Answer<T> answer = new Answer<>();
        query.addTo(statements, about, rows -> answer.value = reader.read(rows));
        return answer;
    }

    /** An answer that needs no question. */
    public static <T> Answer<T> of(T known) {
        Answer<T> answer = new Answer<>();
        answer.value = known;
        return answer;
    }

    /** @throws IllegalStateException before the statements were sent */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("the statements were not sent yet, so nothing was answered");
        }
        return value;
    }
}
