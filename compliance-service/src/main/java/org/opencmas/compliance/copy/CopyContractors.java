package org.opencmas.compliance.copy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.known.Certificate;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.copy.VersionedCopy;

/** Keeps the copy of contractors, their certificates, locations and former names: each event carries the full state, and the highest version stays. */
@ApplicationScoped
class CopyContractors implements VersionedCopy {
    private static final String UPSERT = """
            insert into contractor (contractor_id, version, legal_name, certificates, locations, former_names)
            values (?, ?, ?, ?::jsonb, ?::jsonb, ?)
            on conflict (contractor_id) do update set version = excluded.version, legal_name = excluded.legal_name,
                certificates = excluded.certificates, locations = excluded.locations, former_names = excluded.former_names
            where excluded.version > contractor.version
            """;

    private final ObjectMapper json;

    CopyContractors(ObjectMapper json) {
        this.json = json;
    }

    record ContractorState(
            UUID contractorId,
            String legalName,
            @Nullable List<Certificate> certificates,
            @Nullable List<Contractor.Location> locations,
            @Nullable List<String> formerNames) {}

    @Override
    public Set<String> topics() {
        return Set.of("cmas.contractors");
    }

    @Override
    public Set<String> types() {
        return Set.of("contractor.registered.v1", "contractor.changed.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        ContractorState contractor = Payload.read(json, event, ContractorState.class);
        List<Certificate> certificates = contractor.certificates() == null ? List.of() : contractor.certificates();
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, contractor.contractorId());
            upsert.setLong(2, event.aggregateVersion());
            upsert.setString(3, contractor.legalName());
            upsert.setString(4, Payload.text(json, certificates));
            upsert.setString(5, contractor.locations() == null ? null : Payload.text(json, contractor.locations()));
            upsert.setArray(6, formerNames(connection, contractor));
            upsert.executeUpdate();
        }
    }

    private static @Nullable Array formerNames(Connection connection, ContractorState contractor) throws SQLException {
        return contractor.formerNames() == null
                ? null
                : connection.createArrayOf("text", contractor.formerNames().toArray());
    }
}
