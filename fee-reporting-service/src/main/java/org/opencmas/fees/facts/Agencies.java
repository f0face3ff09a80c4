package org.opencmas.fees.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opencmas.sql.Columns;
import org.opencmas.terms.AgencyType;

/** The copy of the agencies. */
@ApplicationScoped
public class Agencies {
    private static final Columns<UUID> IDS = Columns.of("agency_id", "uuid", agencyId -> agencyId);
    private static final String SELECT = """
            select agency_id, name, type from agency where agency_id in (select agency_id from %s)
            """.formatted(IDS.given());

    public Optional<Agency> find(Connection connection, UUID agencyId) throws SQLException {
        return Optional.ofNullable(find(connection, Set.of(agencyId)).get(agencyId));
    }

    /** By id, those of the agencies that are known. */
    public Map<UUID, Agency> find(Connection connection, Collection<UUID> agencyIds) throws SQLException {
        Map<UUID, Agency> agencies = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            IDS.bind(select, 1, agencyIds);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID agencyId = row.getObject(1, UUID.class);
                    agencies.put(
                            agencyId, new Agency(agencyId, row.getString(2), AgencyType.valueOf(row.getString(3))));
                }
            }
        }
        return agencies;
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
