package org.opencmas.fees.datedfigure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.opencmas.fees.proposal.Withdrawal;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;

/** A table of dated figures: appended, never edited. */
public abstract class DatedFigures<F> {
    private final String noun;
    private final String activated;
    private final String proposed;
    private final String history;
    private final String add;
    private final String awaiting;
    private final String withdraw;
    private final String activate;
    private final int columnCount;

    /**
     * @param noun what one figure is called in a refusal
     * @param columns those of the figure itself, as {@link #read} and {@link #values} have them
     * @param key the columns of which one figure counts at a time, comma-separated
     * @param order how figures are listed
     */
    protected DatedFigures(String table, String noun, List<String> columns, String key, String order) {
        this.noun = noun;
        columnCount = columns.size();
        String names = String.join(", ", columns);
        activated = """
                select * from (
                    select distinct on (%2$s) %1$s from %3$s where activation is not null order by %2$s, activation desc)
                order by %4$s
                """.formatted(names, key, table, order);
        proposed =
                "select %s, figure_id, proposed_by, proposed_at, activated_by, activated_at, withdrawn_by, withdrawn_at, withdrawal_reason from %s "
                        .formatted(names, table);
        history = proposed + "order by " + order + ", proposed_at desc, figure_id desc";
        add = "insert into %s (%s, figure_id, proposed_by, proposed_at) values (%s?, ?, ?)"
                .formatted(table, names, String.join("", Collections.nCopies(columnCount, "?, ")));
        awaiting = "select proposed_by, activation is not null, withdrawn_by, withdrawn_at, withdrawal_reason from "
                + table + " where figure_id = ? for update";
        withdraw = "update " + table
                + " set withdrawn_by = ?, withdrawn_at = ?, withdrawal_reason = ? where figure_id = ?";
        activate = "update " + table
                + " set activated_by = ?, activated_at = ?, activation = nextval('figure_activation') where figure_id = ?";
    }

    /** The figure in a row whose first columns are those given to the constructor. */
    protected abstract F read(ResultSet row) throws SQLException;

    /** What those columns hold, in their order. */
    protected abstract List<Object> values(F figure);

    /** The figures that count: those that were activated, of each key the one activated last. */
    public List<F> activated(Connection connection) throws SQLException {
        List<F> figures = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(activated);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                figures.add(read(row));
            }
        }
        return figures;
    }

    /** All figures that were ever proposed, the latest proposed first where they compete. */
    public List<Proposed<F>> history(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(history)) {
            return proposed(select);
        }
    }

    /** @throws NotFound when there is none */
    public Proposed<F> get(Connection connection, UUID figureId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(proposed + "where figure_id = ?")) {
            select.setObject(1, figureId);
            return proposed(select).stream().findFirst().orElseThrow(() -> new NotFound(noun, figureId));
        }
    }

    private List<Proposed<F>> proposed(PreparedStatement select) throws SQLException {
        List<Proposed<F>> figures = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                figures.add(new Proposed<>(
                        row.getObject(columnCount + 1, UUID.class), read(row), Approval.of(row, columnCount + 2)));
            }
        }
        return figures;
    }

    /** Adds a figure that does not count yet. */
    public void add(Connection connection, Proposed<F> figure) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(add)) {
            int column = 0;
            for (Object value : values(figure.figure())) {
                insert.setObject(++column, value);
            }
            insert.setObject(++column, figure.figureId());
            insert.setString(++column, figure.approval().proposedBy());
            insert.setObject(++column, figure.approval().proposedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /**
     * Makes the figure count.
     *
     * @throws NotFound when there is none
     * @throws Conflict when it counts already or was withdrawn, or {@code by} is the person who proposed it
     */
    public void activate(Connection connection, UUID figureId, String by, Instant at) throws SQLException {
        if (proposerOfOpen(connection, figureId).equals(by)) {
            throw new Conflict("second-person-needed", "A figure is activated by another person than proposed it.");
        }
        try (PreparedStatement update = connection.prepareStatement(activate)) {
            update.setString(1, by);
            update.setObject(2, at.atOffset(ZoneOffset.UTC));
            update.setObject(3, figureId);
            update.executeUpdate();
        }
    }

    /**
     * Gives the figure up: it never counts.
     *
     * @throws NotFound when there is none
     * @throws Conflict when it counts, or was withdrawn before
     */
    public void withdraw(Connection connection, UUID figureId, Withdrawal withdrawal) throws SQLException {
        proposerOfOpen(connection, figureId);
        try (PreparedStatement update = connection.prepareStatement(withdraw)) {
            withdrawal.bind(update, 1);
            update.setObject(4, figureId);
            update.executeUpdate();
        }
    }

    /** Who proposed it, of a figure that is neither active nor withdrawn; nobody changes that until the transaction ends. */
    private String proposerOfOpen(Connection connection, UUID figureId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(awaiting)) {
            select.setObject(1, figureId);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound(noun, figureId);
                }
                if (row.getBoolean(2)) {
                    throw new Conflict("figure-active", "The figure was activated already.");
                }
                Withdrawal.requireNone(Withdrawal.of(row, 3));
                return row.getString(1);
            }
        }
    }
}
