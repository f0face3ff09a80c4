package org.opencmas.order.registry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opencmas.journal.WaitingNews;
import org.opencmas.journal.WaitingNews.Key;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.terms.CmasNumber;

/** Reads what the registry told of agreements and contractors. What it did not tell yet, or told in a way not understood here, is not known. */
@ApplicationScoped
public class RegistryCopy {
    static final String AGREEMENTS = "cmas.agreements";
    static final String CONTRACTORS = "cmas.contractors";

    private static final String VERSIONS = """
            select cmas_number, effective_on, supplement_number, contractor_id, contractor_name, document
            from registry_agreement where cmas_number = any (?) order by cmas_number, version
            """;
    private static final String DOCUMENTS = """
            select document from (
                select distinct on (document_id) document_id, withdrawn, document from registry_document
                where cmas_number = ? order by document_id, version desc) latest
            where not withdrawn
            """;
    private static final String CONTRACTOR = """
            select document from registry_contractor where contractor_id = ? order by version desc limit 1
            """;

    /** The agreements of those numbers that are known, in the order of the numbers. */
    public List<KnownAgreement> agreements(Connection connection, List<CmasNumber> numbers) throws SQLException {
        Set<Key> waiting = WaitingNews.among(
                connection, numbers.stream().map(RegistryCopy::key).collect(Collectors.toSet()));
        List<String> asked = numbers.stream()
                .filter(number -> !waiting.contains(key(number)))
                .map(CmasNumber::canonical)
                .toList();
        Map<String, List<KnownAgreement.Version>> versions = versions(connection, asked);
        List<KnownAgreement> known = new ArrayList<>();
        for (Map.Entry<String, List<KnownAgreement.Version>> entry : versions.entrySet()) {
            known.add(new KnownAgreement(entry.getKey(), entry.getValue(), formerNames(connection, entry.getValue())));
        }
        return known;
    }

    private static Key key(CmasNumber number) {
        return new Key(AGREEMENTS, number.canonical());
    }

    private static Map<String, List<KnownAgreement.Version>> versions(Connection connection, List<String> numbers)
            throws SQLException {
        Map<String, List<KnownAgreement.Version>> versions = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(VERSIONS)) {
            select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                            .add(new KnownAgreement.Version(
                                    row.getObject(2, LocalDate.class),
                                    row.getInt(3),
                                    row.getObject(4, UUID.class),
                                    row.getString(5),
                                    OrderJson.read(row.getString(6), JsonNode.class)));
                }
            }
        }
        return versions;
    }

    private Set<String> formerNames(Connection connection, List<KnownAgreement.Version> versions) throws SQLException {
        Set<String> names = new HashSet<>();
        contractor(connection, versions.getLast().contractorId())
                .ifPresent(told -> told.path("formerNames").forEach(name -> names.add(name.asText())));
        return names;
    }

    /** The documents of an agreement's copy as they were recorded, those that were withdrawn left out. */
    public List<JsonNode> documents(Connection connection, String cmasNumber) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DOCUMENTS)) {
            select.setString(1, cmasNumber);
            try (ResultSet row = select.executeQuery()) {
                List<JsonNode> documents = new ArrayList<>();
                while (row.next()) {
                    documents.add(OrderJson.read(row.getString(1), JsonNode.class));
                }
                return documents;
            }
        }
    }

    /** The latest state of a contractor as it was told. */
    public Optional<JsonNode> contractor(Connection connection, UUID contractorId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CONTRACTOR)) {
            select.setObject(1, contractorId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(OrderJson.read(row.getString(1), JsonNode.class)) : Optional.empty();
            }
        }
    }
}
