package org.opencmas.order.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.opencmas.order.Api;
import org.opencmas.testkit.Eventually;
import org.opencmas.testkit.OwnerDatabase;
import org.opencmas.testkit.event.TopicProbe;

/** What the registry publishes of one agreement and its contractor; each call waits until the copy has it. */
public final class RegistryNews {
    private static final String SOURCE = "/contract-registry-service";
    private static final TopicProbe PROBE = TopicProbe.ofServiceUnderTest();

    private final String cmasNumber;
    private final UUID contractorId;
    private int version;
    private int contractorVersion;
    private String takesCard = "null";

    public RegistryNews(String cmasNumber, UUID contractorId) {
        this.cmasNumber = cmasNumber;
        this.contractorId = contractorId;
    }

    /** What the next version says of CAL-Card. */
    public RegistryNews takingCard(boolean takes) {
        takesCard = Boolean.toString(takes);
        return this;
    }

    /** The agreement as it is from that day on, with that name printed on it. */
    public RegistryNews agreement(String name, String effectiveOn) {
        String type = version == 0 ? "agreement.registered.v1" : "agreement.supplemented.v1";
        return tell("cmas.agreements", type, cmasNumber, ++version, """
                {"cmasNumber": "%s", "rawNumber": "%s", "kind": "NON_IT", "contractorId": "%s", "contractorName": "%s", "status": "ACTIVE",
                 "supplementNumber": %d, "effectiveOn": "%s", "termStart": "2025-01-01", "termEnd": "2028-12-31",
                 "forUseBy": "STATE_AND_LOCAL", "nspProvision": true, "acceptsCalCard": %s, "productCodes": [], "categories": [], "listedCertifications": []}
                """.formatted(
                        cmasNumber, cmasNumber, contractorId, name, version - 1, effectiveOn, takesCard));
    }

    /** A document of the agreement; held when it has a hash, else referenced. */
    public RegistryNews document(UUID documentId, String part, String hash, String link) {
        return tell("cmas.agreements", "agreement.document-recorded.v1", cmasNumber, ++version, """
                {"cmasNumber": "%s", "documentId": "%s", "part": "%s", "supplementNumber": 0, "title": "%s", "sha256": %s,
                 "mediaType": null, "byteCount": null, "link": %s, "retrievedOn": %s}
                """.formatted(
                        cmasNumber,
                        documentId,
                        part,
                        part,
                        quoted(hash),
                        quoted(link),
                        quoted(link == null ? null : "2026-02-01")));
    }

    public RegistryNews withdrawal(UUID documentId) {
        return tell("cmas.agreements", "agreement.document-withdrawn.v1", cmasNumber, ++version, """
                {"cmasNumber": "%s", "documentId": "%s", "part": "SUPPLEMENTS", "supplementNumber": 0, "reason": "twice"}
                """.formatted(
                        cmasNumber, documentId));
    }

    /** @param certificates a JSON array */
    public RegistryNews contractor(String legalName, String formerNames, String certificates) {
        String type = contractorVersion == 0 ? "contractor.registered.v1" : "contractor.changed.v1";
        return tell("cmas.contractors", type, contractorId.toString(), ++contractorVersion, """
                {"contractorId": "%s", "legalName": "%s", "formerNames": %s, "locations": [], "certificates": %s, "version": %d}
                """.formatted(
                        contractorId, legalName, formerNames, certificates, contractorVersion));
    }

    private static String quoted(String text) {
        return text == null ? "null" : '"' + text + '"';
    }

    private RegistryNews tell(String topic, String type, String aggregateId, int told, String payload) {
        PROBE.publish(topic, SOURCE, type, aggregateId, told, payload);
        Eventually.within(Api.SOON, () -> {
            if (known(topic, aggregateId) < told) {
                throw new AssertionError(type + " of " + aggregateId + " is not taken in");
            }
        });
        return this;
    }

    private static long known(String topic, String aggregateId) {
        try (Connection connection = OwnerDatabase.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select version from copied_aggregate where topic = ? and aggregate_id = ?")) {
            select.setString(1, topic);
            select.setString(2, aggregateId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
