package org.opencmas.registry.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opencmas.registry.agreement.AgreementFile;
import org.opencmas.registry.document.held.AgreementDocument;
import org.opencmas.registry.document.held.AgreementDocuments;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProgramCalendar;

/** Puts together the copy of an agreement as it is now. */
@ApplicationScoped
class AgreementCopies {
    private final AgreementFile agreements;
    private final AgreementDocuments documents;
    private final DocumentWithdrawals withdrawals;
    private final ObjectMapper json;
    private final Clock clock;

    AgreementCopies(
            AgreementFile agreements,
            AgreementDocuments documents,
            DocumentWithdrawals withdrawals,
            ObjectMapper json,
            Clock clock) {
        this.withdrawals = withdrawals;
        this.agreements = agreements;
        this.documents = documents;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The number of an agreement that is there.
     *
     * @throws org.opencmas.problem.NotFound (404) when it is not
     */
    String require(CmasNumber number) {
        return agreements.require(number).cmasNumber();
    }

    private List<AgreementDocument> inForce(String cmasNumber) {
        Set<UUID> withdrawn = withdrawals.of(cmasNumber).keySet();
        return documents.of(cmasNumber).stream()
                .filter(document -> !withdrawn.contains(document.id()))
                .toList();
    }

    /** @throws org.opencmas.problem.NotFound (404) when there is no such agreement */
    AgreementCopy of(CmasNumber number) {
        AgreementFile.Known agreement = agreements.require(number);
        return AgreementCopy.of(
                agreement.cmasNumber(),
                agreements.supplementOn(number, ProgramCalendar.dateOf(clock.instant())),
                agreement.supplements(),
                inForce(agreement.cmasNumber()),
                json);
    }
}
