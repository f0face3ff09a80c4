package org.opencmas.registry.agreement.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The documents that came with an agreement's original and supplements, as far as they say where its terms come from. */
@ApplicationScoped
public class SupplementDocuments {
    /** What was withdrawn says nothing any more, but it did until then. */
    private static final String OF_AGREEMENT = """
            select d.supplement_number, d.id, d.part, d.title, d.link from agreement_document d
            left join document_withdrawal w on w.document_id = d.id
            where d.cmas_number = :number and d.recorded_at <= cast(:knownAt as timestamptz)
              and (w.withdrawn_at is null or w.withdrawn_at > cast(:knownAt as timestamptz))
            order by d.supplement_number, d.part, d.id
            """;

    private final EntityManager entities;

    SupplementDocuments(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A document that a supplement came with.
     *
     * @param place its bytes when it is held, else where it was seen
     */
    @Schema(name = "SourceDocument")
    public record SourceDocument(UUID documentId, String part, String title, String place) {}

    /**
     * By supplement number.
     *
     * @param knownAt only what was on record then; null for now
     */
    public Map<Integer, List<SourceDocument>> of(Agreement agreement, @Nullable Instant knownAt) {
        List<?> rows = entities.createNativeQuery(OF_AGREEMENT)
                .setParameter("number", agreement.cmasNumber())
                .setParameter("knownAt", knownAt == null ? Agreements.FAR_FUTURE : knownAt)
                .getResultList();
        Map<Integer, List<SourceDocument>> documents = new TreeMap<>();
        for (Object row : rows) {
            Object[] each = (Object[]) row;
            UUID id = (UUID) each[1];
            String link = (String) each[4];
            documents
                    .computeIfAbsent((Integer) each[0], number -> new ArrayList<>())
                    .add(new SourceDocument(
                            id,
                            (String) each[2],
                            (String) each[3],
                            link == null
                                    ? "/v1/agreements/" + agreement.cmasNumber() + "/documents/" + id + "/content"
                                    : link));
        }
        return documents;
    }
}
