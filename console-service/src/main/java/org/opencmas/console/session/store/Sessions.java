package org.opencmas.console.session.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The session table. A session that is over its limits is not found, also while its row is still there. */
@ApplicationScoped
public class Sessions {
    private final DataSource database;
    private final SessionLimits limits;

    Sessions(DataSource database, SessionLimits limits) {
        this.database = database;
        this.limits = limits;
    }

    void add(Session session) {
        update(
                """
                insert into console_session (name_hash, sign_in, subject, signed_in_at, last_seen_at, tokens)
                values (?, ?, ?, ?, ?, ?)""",
                session.nameHash(),
                session.signIn(),
                session.subject(),
                Timestamp.from(session.signedInAt()),
                Timestamp.from(session.lastSeenAt()),
                session.tokens());
    }

    Optional<Session> find(byte[] nameHash, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select sign_in, subject, signed_in_at, last_seen_at, tokens from console_session
                        where name_hash = ? and signed_in_at > ? and last_seen_at > ? and (replaced_at is null or replaced_at > ?)""")) {
            select.setBytes(1, nameHash);
            select.setTimestamp(2, ago(now, limits.absolute()));
            select.setTimestamp(3, ago(now, limits.idle()));
            select.setTimestamp(4, ago(now, limits.replaced()));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Session(
                                nameHash,
                                row.getObject("sign_in", UUID.class),
                                row.getString("subject"),
                                row.getTimestamp("signed_in_at").toInstant(),
                                row.getTimestamp("last_seen_at").toInstant(),
                                row.getBytes("tokens")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new SessionsDown("The session could not be read", e);
        }
    }

    /** Notes that a session is in use; a minute's exactness is enough, so most requests write nothing. */
    void seen(Session session, Instant now) {
        if (session.lastSeenAt().isBefore(now.minus(limits.seenEvery()))) {
            update(
                    "update console_session set last_seen_at = ? where sign_in = ? and last_seen_at < ?",
                    Timestamp.from(now),
                    session.signIn(),
                    Timestamp.from(now));
        }
    }

    /** Its tokens were renewed: requests that are under way with the old name are still served for a moment. */
    void replace(byte[] nameHash, Instant now) {
        update(
                "update console_session set replaced_at = ? where name_hash = ? and replaced_at is null",
                Timestamp.from(now),
                nameHash);
    }

    /** Ends a sign-in, with all rows that its renewals made. */
    void end(byte[] nameHash) {
        update(
                "delete from console_session where sign_in = (select sign_in from console_session where name_hash = ?)",
                (Object) nameHash);
    }

    /** Ends all sessions of a person, on every machine. */
    public void endAllOf(String subject) {
        update("delete from console_session where subject = ?", subject);
    }

    /** Removes the rows that nothing finds any more. */
    void removeOld(Instant now) {
        update(
                "delete from console_session where signed_in_at <= ? or last_seen_at <= ? or replaced_at <= ?",
                ago(now, limits.absolute()),
                ago(now, limits.idle()),
                ago(now, limits.replaced()));
    }

    private void update(String statement, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new SessionsDown("The session could not be written", e);
        }
    }

    private static Timestamp ago(Instant now, Duration duration) {
        return Timestamp.from(now.minus(duration));
    }
}
