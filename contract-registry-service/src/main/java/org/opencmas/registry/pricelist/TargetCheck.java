package org.opencmas.registry.pricelist;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.NotFound;
import org.opencmas.registry.pricelist.ImportPriceList.Target;
import org.opencmas.terms.CmasNumber;

/** Whether an agreement takes a price list for a supplement from a day on, whatever stands in its file. */
final class TargetCheck {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private TargetCheck() {}

    /** Locks the agreement against other imports and changes, not against what refers to it, and gives its version. */
    static long lock(Connection connection, CmasNumber number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select version from agreement where cmas_number = ? for no key update nowait")) {
            query.setString(1, number.canonical());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("agreement", number);
                }
                return row.getLong(1);
            }
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new Conflict(
                        ImportPriceList.BEING_CHANGED,
                        "Agreement " + number + " is being changed, perhaps by another import. Try again after it.");
            }
            throw e;
        }
    }

    /** Called with the agreement locked, so that no termination can be recorded at the same time. */
    static void requireNotTerminated(Connection connection, CmasNumber number, LocalDate today) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select status from agreement_status_on(?, ?)")) {
            query.setString(1, number.canonical());
            query.setObject(2, today);
            try (ResultSet row = query.executeQuery()) {
                if (row.next() && row.getString(1).equals("TERMINATED")) {
                    throw new Conflict(
                            "agreement-terminated", "Agreement " + number + " is terminated and takes no price list.");
                }
            }
        }
    }

    /** Refuses what no file could change: no such agreement or supplement, or a first day that cannot be. */
    static void requirePossible(Connection connection, Target target, LocalDate today) throws SQLException {
        if (!exists(connection, target.number())) {
            throw new NotFound("agreement", target.number());
        }
        requireNotTerminated(connection, target.number(), today);
        draft(connection, TimeOrderedId.next(), target);
    }

    private static boolean exists(Connection connection, CmasNumber number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select from agreement where cmas_number = ?")) {
            query.setString(1, number.canonical());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** @throws NotFound (404) when there is no such supplement */
    static PriceListDraft draft(Connection connection, UUID listId, Target target) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select effective_on from agreement_supplement" + " where cmas_number = ? and supplement_number = ?")) {
            query.setString(1, target.number().canonical());
            query.setInt(2, target.supplement());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new NotFound("supplement of agreement " + target.number() + " numbered", target.supplement());
                }
                LocalDate effectiveOn = row.getObject(1, LocalDate.class);
                LocalDate effectiveFrom = target.effectiveFrom() == null ? effectiveOn : target.effectiveFrom();
                if (effectiveFrom.isBefore(effectiveOn)) {
                    throw new InvalidRequest(new Fault(
                            "effectiveFrom",
                            "is before the supplement takes effect on " + effectiveOn,
                            "Choose that day or a later one."));
                }
                requireWithinTerm(connection, target.number(), effectiveFrom);
                return new PriceListDraft(listId, target.number().canonical(), target.supplement(), effectiveFrom);
            }
        }
    }

    /** By the terms in force on that day, as far as the registry knows them. */
    private static void requireWithinTerm(Connection connection, CmasNumber number, LocalDate effectiveFrom)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select term_end from agreement_supplement where cmas_number = ?"
                        + " and effective_on <= ? order by effective_on desc, supplement_number desc limit 1")) {
            query.setString(1, number.canonical());
            query.setObject(2, effectiveFrom);
            try (ResultSet row = query.executeQuery()) {
                if (row.next() && effectiveFrom.isAfter(row.getObject(1, LocalDate.class))) {
                    throw new InvalidRequest(
                            new Fault(
                                    "effectiveFrom",
                                    "is after the agreement's last day, " + row.getObject(1, LocalDate.class),
                                    "Choose that day or an earlier one, or record the supplement that extends the term first."));
                }
            }
        }
    }
}
