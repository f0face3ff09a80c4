package org.opencmas.registry.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.registry.document.held.AgreementDocument;

/** Which documents were withdrawn. */
@ApplicationScoped
class DocumentWithdrawals implements PanacheRepositoryBase<DocumentWithdrawal, UUID> {

    /** By document. */
    Map<UUID, DocumentWithdrawal> of(String cmasNumber) {
        return find("cmasNumber", cmasNumber).stream()
                .collect(Collectors.toMap(DocumentWithdrawal::documentId, Function.identity()));
    }

    /** @throws NotFound (404) when the document was withdrawn, with the reason */
    void requireNotWithdrawn(String cmasNumber, UUID documentId) {
        if (findByIdOptional(documentId).isPresent()) {
            throw new NotFound("document of agreement " + cmasNumber + " that was not withdrawn", documentId);
        }
    }

    /** @throws Conflict (409, document-withdrawn) when what is sent again is what was withdrawn */
    AgreementDocument requireNotWithdrawn(AgreementDocument document) {
        findByIdOptional(document.id()).ifPresent(withdrawal -> {
            throw new Conflict(
                    "document-withdrawn",
                    "The same document was recorded here and withdrawn on " + withdrawal.withdrawnAt() + ": "
                            + withdrawal.reason(),
                    Map.of("documentId", document.id().toString()));
        });
        return document;
    }
}
