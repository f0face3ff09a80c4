package org.opencmas.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements that go to the database together and are answered together. Where each of them is small, asking costs more than
 * answering: two processes are woken for every question.
 *
 * <p>They run in the order in which they were added, each seeing what those before it wrote. The first one that fails ends it:
 * none after it runs, and since the connection is in a transaction, nothing of those before it stays.
 */
public final class RoundTrip {

    private static final Binding NO_VALUES = (statement, first) -> first;

    private final List<Part> parts = new ArrayList<>();
    private final List<Part> afterCommit = new ArrayList<>();

    private record Part(
            String sql, Binding values, @Nullable Rows rows) {}

    /** Sets a statement's values, beginning at the parameter of the given number; answers the number after its last. */
    public interface Binding {
        int bind(PreparedStatement statement, int first) throws SQLException;
    }

    /** Takes the rows of a query; the result is closed by the caller. */
    public interface Rows {
        void read(ResultSet rows) throws SQLException;
    }

    /**
     * Adds a statement whose rows, if it has any, do not matter.
     *
     * @param sql one statement without a semicolon, always the same text for the same purpose, since plans are kept by it
     */
    public RoundTrip add(String sql, Binding values) {
        parts.add(new Part(sql.strip(), values, null));
        return this;
    }

    /** Adds a query; its rows are read once everything was answered. */
    public RoundTrip add(String sql, Binding values, Rows rows) {
        parts.add(new Part(sql.strip(), values, rows));
        return this;
    }

    /** Adds a query that follows the end of the transaction, where that is sent from here; otherwise it is not asked. */
    public RoundTrip addAfterCommit(String sql, Binding values, Rows rows) {
        afterCommit.add(new Part(sql.strip(), values, rows));
        return this;
    }

    /** Sends what was added since the last call; nothing when nothing was. */
    public void send(Connection connection) throws SQLException {
        if (parts.isEmpty()) {
            return;
        }
        String together = parts.stream().map(Part::sql).collect(Collectors.joining("; "));
        try (PreparedStatement statement = connection.prepareStatement(together)) {
            int next = 1;
            for (Part part : parts) {
                next = part.values.bind(statement, next);
            }
            statement.execute();
            for (Part part : parts) {
                read(statement, part);
                statement.getMoreResults();
            }
        }
        parts.clear();
    }

    private static void read(PreparedStatement statement, Part part) throws SQLException {
        if (part.rows != null) {
            try (ResultSet rows = statement.getResultSet()) {
                part.rows.read(rows);
            }
        }
    }

    /**
     * Sends what was added and ends the transaction, all in one.
     *
     * @throws SQLException when any of it failed; the caller rolls back
     */
    public void sendAndCommit(Connection connection) throws SQLException {
        add("commit", NO_VALUES);
        parts.addAll(afterCommit);
        afterCommit.clear();
        send(connection);
    }
}
