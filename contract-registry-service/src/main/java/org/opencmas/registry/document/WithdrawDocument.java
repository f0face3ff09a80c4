package org.opencmas.registry.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.registry.agreement.AgreementFile;
import org.opencmas.registry.document.held.AgreementDocument;
import org.opencmas.registry.document.held.AgreementDocuments;
import org.opencmas.registry.document.held.DocumentPart;
import org.opencmas.registry.document.held.StoredContent;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.terms.CmasNumber;

/**
 * Takes a document out of its agreement's copy for good. Refuses an agreement or document that is not there (404) and a withdrawal for
 * another reason than the first (409, document-withdrawn); the same one again is answered as it was.
 */
@ApplicationScoped
class WithdrawDocument {
    private final AgreementFile agreements;
    private final AgreementDocuments documents;
    private final DocumentWithdrawals withdrawals;
    private final RegistryEvents events;
    private final Caller caller;
    private final Clock clock;

    WithdrawDocument(
            AgreementFile agreements,
            AgreementDocuments documents,
            DocumentWithdrawals withdrawals,
            RegistryEvents events,
            Caller caller,
            Clock clock) {
        this.agreements = agreements;
        this.documents = documents;
        this.withdrawals = withdrawals;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    /** A document that is withdrawn. */
    record Withdrawn(AgreementDocument document, DocumentWithdrawal withdrawal) {}

    @Transactional
    Withdrawn withdraw(CmasNumber number, UUID documentId, String reason) {
        String cmasNumber = agreements.requireForChange(number).cmasNumber();
        AgreementDocument document = documents
                .find("cmasNumber = ?1 and id = ?2", cmasNumber, documentId)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound("document of agreement " + cmasNumber, documentId));
        Optional<DocumentWithdrawal> before = withdrawals.findByIdOptional(documentId);
        if (before.isPresent()) {
            return new Withdrawn(document, same(before.get(), reason));
        }
        var withdrawal = new DocumentWithdrawal(
                document, reason, clock.instant().truncatedTo(ChronoUnit.MICROS), caller.subject());
        withdrawals.persistAndFlush(withdrawal);
        events.record(
                RegistryEvents.AGREEMENTS,
                cmasNumber,
                agreements.countEvent(number),
                "agreement.document-withdrawn.v1",
                Payload.of(document, reason));
        return new Withdrawn(document, withdrawal);
    }

    private static DocumentWithdrawal same(DocumentWithdrawal before, String reason) {
        if (before.reason().equals(reason)) {
            return before;
        }
        throw new Conflict(
                "document-withdrawn",
                "The document was withdrawn on " + before.withdrawnAt() + " for another reason: " + before.reason());
    }

    /** The payload of {@code agreement.document-withdrawn.v1}. */
    private record Payload(
            String cmasNumber,
            UUID documentId,
            DocumentPart part,
            int supplementNumber,
            @Nullable String sha256,
            @Nullable String link,
            String reason) {
        static Payload of(AgreementDocument document, String reason) {
            StoredContent held = document.content();
            return new Payload(
                    document.cmasNumber(),
                    document.id(),
                    document.part(),
                    document.supplementNumber(),
                    held == null ? null : held.sha256(),
                    document.link(),
                    reason);
        }
    }
}
