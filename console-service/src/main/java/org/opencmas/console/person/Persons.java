package org.opencmas.console.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The names of people by the identity provider's id, from their own sign-ins. In a template: {@code {inject:persons.called(draft.draftedBy)}}. All are kept in memory, since a page
 * is rendered without waiting for a database: a hundred thousand of them take some ten megabytes. Without the database names are missing and ids stand in their place.
 */
@Named("persons")
@ApplicationScoped
public class Persons {
    private static final Logger LOG = Logger.getLogger(Persons.class);

    /** So often it is looked who signed in at another instance. */
    private static final Duration RENEWED_EVERY = Duration.ofSeconds(30);

    /** Another instance's clock may be behind, and its transaction may end later than this one looks. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final int SHORT = 8;

    /** So begins the name of an ordering system or another program at the identity provider. */
    private static final String SYSTEM = "service-account-";

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F-]{36}");

    private final DataSource database;
    private final Clock clock;
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> renewed = new AtomicReference<>(Instant.EPOCH);

    Persons(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Returns what a page calls a person whom a service wrote down.
     *
     * @param by an id of the identity provider, or a name, which stays as it is but for a system's; null for nobody
     */
    public String called(@Nullable String by) {
        if (by == null) {
            return "";
        }
        String name = names.get(by);
        if (name != null) {
            return name;
        }
        if (by.startsWith(SYSTEM)) {
            return by.substring(SYSTEM.length()) + " (a system)";
        }
        return ID.matcher(by).matches() ? "somebody not known here by name (id " + by.substring(0, SHORT) + ")" : by;
    }

    /** Notes the name of somebody who signed in; writes only where it is new. */
    void met(String subject, String name) {
        if (name.equals(names.get(subject))) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into console_person (subject, name, changed_at) values (?, ?, ?)
                        on conflict (subject) do update set name = excluded.name, changed_at = excluded.changed_at
                        where console_person.name <> excluded.name""")) {
            insert.setString(1, subject);
            insert.setString(2, name);
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.executeUpdate();
            names.put(subject, name);
        } catch (SQLException e) {
            LOG.warn("The name of somebody who signed in was not noted: " + e.getMessage());
        }
    }

    /** Looks who else signed in, where that was not done just now; at first it reads all. */
    void renew() {
        Instant now = clock.instant();
        Instant last = renewed.get();
        if (last.plus(RENEWED_EVERY).isAfter(now) || !renewed.compareAndSet(last, now)) {
            return;
        }
        Instant since = last.equals(Instant.EPOCH) ? last : last.minus(OVERLAP);
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select subject, name from console_person where changed_at >= ?")) {
            select.setTimestamp(1, Timestamp.from(since));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.put(row.getString(1), row.getString(2));
                }
            }
        } catch (SQLException e) {
            renewed.set(last);
            LOG.warn("The names of those who signed in could not be read: " + e.getMessage());
        }
    }
}
