package org.opencmas.order.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.order.purchaseorder.document.OrderJson;

/** Follows contractors: each event tells the whole state. */
@ApplicationScoped
class CopyContractors implements VersionedCopy {
    private static final String INSERT = """
            insert into registry_contractor (contractor_id, version, legal_name, document) values (?, ?, ?, ?::jsonb)
            on conflict do nothing
            """;

    /** What is read of a contractor's state. */
    record ContractorState(UUID contractorId, String legalName) {}

    @Override
    public Set<String> topics() {
        return Set.of(RegistryCopy.CONTRACTORS);
    }

    @Override
    public Set<String> types() {
        return Set.of("contractor.registered.v1", "contractor.changed.v1");
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        ContractorState contractor = OrderJson.read(event.payload(), ContractorState.class);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, contractor.contractorId());
            insert.setLong(2, event.aggregateVersion());
            insert.setString(3, contractor.legalName());
            insert.setString(4, event.payload());
            insert.executeUpdate();
        }
    }
}
