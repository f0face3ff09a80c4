package org.opencmas.fees.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.opencmas.sql.Columns;
import org.opencmas.terms.CertificationType;

/** The copy of the contractors with their certificates. */
@ApplicationScoped
public class Contractors {
    private static final Columns<UUID> IDS = Columns.of("contractor_id", "uuid", contractorId -> contractorId);
    private static final String SELECT = """
            select contractor_id, c.type, c.number, c.valid_from, c.valid_through, k.legal_name
            from contractor k left join contractor_certificate c using (contractor_id)
            where contractor_id in (select contractor_id from %s) order by c.ordinal
            """.formatted(IDS.given());

    public Optional<Contractor> find(Connection connection, UUID contractorId) throws SQLException {
        return Optional.ofNullable(find(connection, Set.of(contractorId)).get(contractorId));
    }

    /** By id, those of the contractors that are known, each with all its certificates. */
    public Map<UUID, Contractor> find(Connection connection, Collection<UUID> contractorIds) throws SQLException {
        Map<UUID, String> legalNames = new HashMap<>();
        Map<UUID, List<Certificate>> certificates = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            IDS.bind(select, 1, contractorIds);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID contractorId = row.getObject(1, UUID.class);
                    legalNames.put(contractorId, row.getString(6));
                    if (row.getString(2) != null) {
                        certificates
                                .computeIfAbsent(contractorId, id -> new ArrayList<>())
                                .add(certificate(row));
                    }
                }
            }
        }
        Map<UUID, Contractor> contractors = new HashMap<>();
        legalNames.forEach((id, legalName) ->
                contractors.put(id, new Contractor(id, legalName, certificates.getOrDefault(id, List.of()))));
        return contractors;
    }

    private static Certificate certificate(ResultSet row) throws SQLException {
        return new Certificate(
                CertificationType.valueOf(row.getString(2)),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class));
    }

    /**
     * Keeps the contractor and all its certificates as of that version.
     *
     * @return whether it was kept; false when the same or a later version is known
     */
    public boolean save(Connection connection, Contractor contractor, long version) throws SQLException {
        if (!saveName(connection, contractor, version)) {
            return false;
        }
        try (PreparedStatement delete =
                connection.prepareStatement("delete from contractor_certificate where contractor_id = ?")) {
            delete.setObject(1, contractor.contractorId());
            delete.executeUpdate();
        }
        saveCertificates(connection, contractor);
        return true;
    }

    private static boolean saveName(Connection connection, Contractor contractor, long version) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into contractor as known (contractor_id, legal_name, version) values (?, ?, ?)
                on conflict (contractor_id) do update set legal_name = excluded.legal_name, version = excluded.version
                where known.version < excluded.version
                """)) {
            upsert.setObject(1, contractor.contractorId());
            upsert.setString(2, contractor.legalName());
            upsert.setLong(3, version);
            return upsert.executeUpdate() == 1;
        }
    }

    private static void saveCertificates(Connection connection, Contractor contractor) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into contractor_certificate (contractor_id, ordinal, type, number, valid_from, valid_through)
                values (?, ?, ?, ?, ?, ?)
                """)) {
            int ordinal = 0;
            for (Certificate certificate : contractor.certificates()) {
                insert.setObject(1, contractor.contractorId());
                insert.setInt(2, ++ordinal);
                insert.setString(3, certificate.type().name());
                insert.setString(4, certificate.number());
                insert.setObject(5, certificate.validFrom());
                insert.setObject(6, certificate.validThrough());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
