package org.opencmas.fees.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of rows that are given to a statement all at once: an array for each column, put together again by {@code unnest}.
 * Every value goes as text, which keeps decimals exact, and becomes what its column says in the database.
 *
 * @param <T> what a row is made from
 */
public final class Columns<T> {
    private final List<Column<T>> columns;

    private Columns(List<Column<T>> columns) {
        this.columns = columns;
    }

    private record Column<T>(String name, String type, Function<T, Object> value) {
        /** The sub-select hides from the planner how many rows there are, so that one plan serves for any number. */
        String parameter() {
            return "(select ?::" + type + "[])";
        }

        String[] texts(Collection<T> rows) {
            return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
        }
    }

    /** A first column. */
    public static <T> Columns<T> of(String name, String type, Function<T, Object> value) {
        return new Columns<>(List.of(new Column<>(name, type, value)));
    }

    /**
     * These columns and one more.
     *
     * @param type the column's type in the database, such as {@code numeric}
     * @param value prints the value as the database reads it
     */
    public Columns<T> and(String name, String type, Function<T, Object> value) {
        return new Columns<>(Stream.concat(columns.stream(), Stream.of(new Column<>(name, type, value)))
                .toList());
    }

    /** What a {@code from} reads the rows with, in their order, as {@code given}; it has a parameter for each column. */
    public String given() {
        return columns.stream().map(Column::parameter).collect(Collectors.joining(", ", "unnest(", ")")) + " as given ("
                + names() + ")";
    }

    /** An insert of the rows into the table. */
    public String insertInto(String table) {
        return "insert into " + table + " (" + names() + ") select * from " + given();
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Gives the rows to a statement whose first parameters are those of {@link #given()}. */
    public void bind(PreparedStatement statement, Collection<T> rows) throws SQLException {
        Connection connection = statement.getConnection();
        int parameter = 0;
        for (Column<T> column : columns) {
            statement.setArray(++parameter, connection.createArrayOf(column.type(), column.texts(rows)));
        }
    }
}
