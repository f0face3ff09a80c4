package org.opencmas.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of rows that are given to a statement all at once: an array for each column, put together again by {@code unnest}. The
 * values go as the text that Java writes and PostgreSQL reads (ids, dates, instants, numbers, which so stay exact), and become what
 * their column says in the database.
 *
 * @param <T> what a row is made from
 */
public final class Columns<T> {
    private final List<Column<T>> columns;

    private Columns(List<Column<T>> columns) {
        this.columns = columns;
    }

    private record Column<T>(String name, String type, Function<T, ? extends @Nullable Object> value) {

        @Nullable
        String[] texts(Collection<T> rows) {
            @Nullable String[] texts = new @Nullable String[rows.size()];
            int at = 0;
            for (T row : rows) {
                texts[at++] = text(row);
            }
            return texts;
        }

        @Nullable
        String text(T row) {
            Object of = value.apply(row);
            return of == null ? null : of.toString();
        }
    }

    /**
     * A first column.
     *
     * @param name the column's name in the database; {@code place} is taken
     * @param type the column's type in the database, such as {@code numeric}
     * @param value what {@code toString} makes what the database reads; null stays null
     */
    public static <T> Columns<T> of(String name, String type, Function<T, ? extends @Nullable Object> value) {
        return new Columns<>(List.of(new Column<>(name, type, value)));
    }

    /** These columns and one more; see {@link #of}. */
    public Columns<T> and(String name, String type, Function<T, ? extends @Nullable Object> value) {
        return new Columns<>(Stream.concat(columns.stream(), Stream.of(new Column<>(name, type, value)))
                .toList());
    }

    /**
     * What a {@code from} reads the rows with as {@code given}: the columns, and {@code place}, which counts the rows from 1. It has
     * a parameter for each column.
     */
    public String given() {
        // The sub-selects hide from the planner how many rows there are, so that one plan serves for any number.
        // "offset 0" keeps it from
        // joining by what the casts are made of: a cast may tell what it fails on, so that where policies hide rows no
        // index could be used.
        return "(select " + each(column -> column.name + "::" + column.type) + ", place from unnest("
                + each(column -> "(select ?::text[])") + ") with ordinality as sent (" + names()
                + ", place) offset 0) as given";
    }

    /** The same for exactly one row. */
    String givenOne() {
        return "(select " + each(column -> "?::" + column.type + " as " + column.name)
                + ", 1::bigint as place) as given";
    }

    /**
     * A statement about the rows.
     *
     * @param sql has {@code %s} where {@link #given()} is to be, once
     */
    public RowsStatement<T> statement(String sql) {
        return new RowsStatement<>(this, sql);
    }

    /** An insert of the rows into the table, in their order. */
    public RowsStatement<T> insert(String table) {
        return statement("insert into " + table + " (" + names() + ") select " + names() + " from %s order by place");
    }

    /** An insert of the rows into the table. */
    public String insertInto(String table) {
        return "insert into " + table + " (" + names() + ") select " + names() + " from " + given();
    }

    private String names() {
        return each(Column::name);
    }

    private String each(Function<Column<T>, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(", "));
    }

    /**
     * Gives the rows to a statement.
     *
     * @param first the number of the first parameter of {@link #given()}
     * @return the number of the parameter after its last
     */
    public int bind(PreparedStatement statement, int first, Collection<T> rows) throws SQLException {
        Connection connection = statement.getConnection();
        int parameter = first;
        for (Column<T> column : columns) {
            statement.setArray(parameter++, connection.createArrayOf("text", column.texts(rows)));
        }
        return parameter;
    }

    /** Gives one row to a statement with {@link #givenOne()}. */
    int bindOne(PreparedStatement statement, int first, T row) throws SQLException {
        int parameter = first;
        for (Column<T> column : columns) {
            // Of no type, so that the database takes the text for what the column says, as it does in an array.
            statement.setObject(parameter++, column.text(row), Types.OTHER);
        }
        return parameter;
    }
}
