package org.opencmas.fees.facts;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.terms.AgencyType;

/** The copy of the agencies. */
@Singleton
public final class Agencies {
    public Optional<Agency> find(Connection connection, UUID agencyId) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select name, type from agency where agency_id = ?")) {
            select.setObject(1, agencyId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Agency(agencyId, row.getString(1), AgencyType.valueOf(row.getString(2))))
                        : Optional.empty();
            }
        }
    }

    /**
     * Keeps the agency as of that version of it.
     *
     * @return whether it was kept; false when the same or a later version is known
     */
    public boolean save(Connection connection, Agency agency, long version) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into agency as known (agency_id, name, type, version) values (?, ?, ?, ?)
                on conflict (agency_id) do update set name = excluded.name, type = excluded.type, version = excluded.version
                where known.version < excluded.version
                """)) {
            upsert.setObject(1, agency.agencyId());
            upsert.setString(2, agency.name());
            upsert.setString(3, agency.type().name());
            upsert.setLong(4, version);
            return upsert.executeUpdate() == 1;
        }
    }
}
