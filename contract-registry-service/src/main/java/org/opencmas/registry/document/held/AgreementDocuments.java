package org.opencmas.registry.document.held;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.problem.NotFound;

/** The documents of agreements. */
@ApplicationScoped
public class AgreementDocuments implements PanacheRepositoryBase<AgreementDocument, UUID> {

    /** By part, supplement and time of recording. */
    public List<AgreementDocument> of(String cmasNumber) {
        return find("cmasNumber = ?1 order by recordedAt, id", cmasNumber).stream()
                .sorted(java.util.Comparator.comparing(AgreementDocument::part)
                        .thenComparing(AgreementDocument::supplementNumber))
                .toList();
    }

    /** @throws NotFound (404) when the agreement has no such document, or a link takes the place of its bytes */
    public StoredContent requireContent(String cmasNumber, UUID documentId) {
        return find("cmasNumber = ?1 and id = ?2", cmasNumber, documentId)
                .firstResultOptional()
                .map(AgreementDocument::content)
                .orElseThrow(() -> new NotFound("held document of agreement " + cmasNumber, documentId));
    }

    public StoredContent content(String sha256) {
        return getEntityManager().getReference(StoredContent.class, sha256);
    }

    /** The same bytes in the same place. */
    public Optional<AgreementDocument> held(String cmasNumber, AgreementDocument.Place place, String sha256) {
        return find(
                        "cmasNumber = ?1 and part = ?2 and supplementNumber = ?3 and content.sha256 = ?4",
                        cmasNumber,
                        place.part(),
                        place.supplementNumber(),
                        sha256)
                .firstResultOptional();
    }

    /** The same link of the same day in the same place. */
    public Optional<AgreementDocument> referenced(
            String cmasNumber, AgreementDocument.Place place, AgreementDocument.Reference reference) {
        return find(
                        "cmasNumber = ?1 and part = ?2 and supplementNumber = ?3 and link = ?4 and retrievedOn = ?5",
                        cmasNumber,
                        place.part(),
                        place.supplementNumber(),
                        reference.link(),
                        reference.retrievedOn())
                .firstResultOptional();
    }
}
