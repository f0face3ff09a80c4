package org.opencmas.registry.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.NotFound;
import org.opencmas.registry.agreement.AgreementFile;
import org.opencmas.registry.document.held.AgreementDocument;
import org.opencmas.registry.document.held.AgreementDocuments;
import org.opencmas.registry.document.held.ContentStore;
import org.opencmas.registry.document.held.DocumentPart;
import org.opencmas.registry.document.held.StoredContent;
import org.opencmas.registry.event.RegistryEvents;
import org.opencmas.terms.CmasNumber;

/**
 * Records a document of an agreement. Refuses an unknown agreement or supplement (404), a document of {@code SUPPLEMENTS} that belongs to
 * none (400), and bytes that {@link ContentStore} does not take. The same document in the same place is answered as it was recorded,
 * unless it was withdrawn (409, document-withdrawn).
 */
@ApplicationScoped
class RecordDocument {
    private final AgreementFile agreements;
    private final AgreementDocuments documents;
    private final DocumentWithdrawals withdrawals;
    private final ContentStore contents;
    private final RegistryEvents events;
    private final Caller caller;
    private final Clock clock;

    RecordDocument(
            AgreementFile agreements,
            AgreementDocuments documents,
            DocumentWithdrawals withdrawals,
            ContentStore contents,
            RegistryEvents events,
            Caller caller,
            Clock clock) {
        this.agreements = agreements;
        this.documents = documents;
        this.withdrawals = withdrawals;
        this.contents = contents;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param created false when it was recorded before */
    record Outcome(AgreementDocument document, boolean created) {}

    @Transactional
    Outcome hold(CmasNumber number, AgreementDocument.Place place, InputStream bytes) {
        String cmasNumber = requirePlace(number, place);
        String sha256 = contents.keep(bytes);
        Optional<AgreementDocument> there = documents.held(cmasNumber, place, sha256);
        return there.map(each -> new Outcome(withdrawals.requireNotWithdrawn(each), false))
                .orElseGet(() -> record(
                        number,
                        AgreementDocument.held(cmasNumber, place, documents.content(sha256), now(), caller.subject())));
    }

    @Transactional
    Outcome refer(CmasNumber number, AgreementDocument.Place place, AgreementDocument.Reference reference) {
        String cmasNumber = requirePlace(number, place);
        Optional<AgreementDocument> there = documents.referenced(cmasNumber, place, reference);
        return there.map(each -> new Outcome(withdrawals.requireNotWithdrawn(each), false))
                .orElseGet(() -> record(
                        number, AgreementDocument.referenced(cmasNumber, place, reference, now(), caller.subject())));
    }

    private String requirePlace(CmasNumber number, AgreementDocument.Place place) {
        if (place.part() == DocumentPart.SUPPLEMENTS && place.supplementNumber() == 0) {
            throw new InvalidRequest(ofNoSupplement("supplement"));
        }
        AgreementFile.Known agreement = agreements.requireForChange(number);
        if (!agreement.has(place.supplementNumber())) {
            throw new NotFound("supplement of agreement " + number + " numbered", place.supplementNumber());
        }
        return agreement.cmasNumber();
    }

    static Fault ofNoSupplement(String place) {
        return new Fault(place, "is missing for a document of SUPPLEMENTS", "Name the supplement, from 1 on.");
    }

    private Outcome record(CmasNumber number, AgreementDocument document) {
        documents.persistAndFlush(document);
        long version = agreements.countEvent(number);
        events.record(
                RegistryEvents.AGREEMENTS,
                document.cmasNumber(),
                version,
                "agreement.document-recorded.v1",
                Recorded.of(document));
        return new Outcome(document, true);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The payload of {@code agreement.document-recorded.v1}. */
    private record Recorded(
            String cmasNumber,
            UUID documentId,
            DocumentPart part,
            int supplementNumber,
            String title,
            @Nullable String sha256,
            @Nullable String mediaType,
            @Nullable Long byteCount,
            @Nullable String link,
            @Nullable LocalDate retrievedOn) {
        static Recorded of(AgreementDocument document) {
            StoredContent held = document.content();
            return new Recorded(
                    document.cmasNumber(),
                    document.id(),
                    document.part(),
                    document.supplementNumber(),
                    document.title(),
                    held == null ? null : held.sha256(),
                    held == null ? null : held.mediaType(),
                    held == null ? null : held.byteCount(),
                    document.link(),
                    document.retrievedOn());
        }
    }
}
