package org.opencmas.order.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.journal.copy.VersionedCopy;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.terms.CmasNumber;

/** Follows agreements and their documents. Price lists travel in the same stream and are passed over. */
@ApplicationScoped
class CopyAgreements implements VersionedCopy {
    private static final String RECORDED = "agreement.document-recorded.v1";
    private static final String WITHDRAWN = "agreement.document-withdrawn.v1";
    private static final String INSERT = """
            insert into registry_agreement (cmas_number, version, effective_on, supplement_number, contractor_id, contractor_name, document)
            values (?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict do nothing
            """;
    private static final String INSERT_DOCUMENT = """
            insert into registry_document (cmas_number, document_id, version, withdrawn, document) values (?, ?, ?, ?, ?::jsonb)
            on conflict do nothing
            """;

    /** What is read of an agreement's state. */
    record AgreementState(
            CmasNumber cmasNumber,
            UUID contractorId,
            String contractorName,
            int supplementNumber,
            LocalDate effectiveOn) {}

    /** What is read of a document. */
    record DocumentState(CmasNumber cmasNumber, UUID documentId) {}

    @Override
    public Set<String> topics() {
        return Set.of(RegistryCopy.AGREEMENTS);
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "agreement.registered.v1",
                "agreement.supplemented.v1",
                "agreement.status-changed.v1",
                RECORDED,
                WITHDRAWN);
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        switch (event.type()) {
            case RECORDED -> keepDocument(connection, event, false);
            case WITHDRAWN -> keepDocument(connection, event, true);
            default -> keep(connection, event);
        }
    }

    private static void keep(Connection connection, ReceivedEvent event) throws SQLException {
        AgreementState agreement = OrderJson.read(event.payload(), AgreementState.class);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, agreement.cmasNumber().canonical());
            insert.setLong(2, event.aggregateVersion());
            insert.setObject(3, agreement.effectiveOn());
            insert.setInt(4, agreement.supplementNumber());
            insert.setObject(5, agreement.contractorId());
            insert.setString(6, agreement.contractorName());
            insert.setString(7, event.payload());
            insert.executeUpdate();
        }
    }

    private static void keepDocument(Connection connection, ReceivedEvent event, boolean isWithdrawn)
            throws SQLException {
        DocumentState document = OrderJson.read(event.payload(), DocumentState.class);
        try (PreparedStatement insert = connection.prepareStatement(INSERT_DOCUMENT)) {
            insert.setString(1, document.cmasNumber().canonical());
            insert.setObject(2, document.documentId());
            insert.setLong(3, event.aggregateVersion());
            insert.setBoolean(4, isWithdrawn);
            insert.setString(5, event.payload());
            insert.executeUpdate();
        }
    }
}
