package org.opencmas.registry.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.opencmas.registry.agreement.AgreementFile;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.ProgramCalendar;

/** Puts together the copy of an agreement as it is now. */
@ApplicationScoped
class AgreementCopies {
    private final AgreementFile agreements;
    private final AgreementDocuments documents;
    private final ObjectMapper json;
    private final Clock clock;

    AgreementCopies(AgreementFile agreements, AgreementDocuments documents, ObjectMapper json, Clock clock) {
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

    /** @throws org.opencmas.problem.NotFound (404) when there is no such agreement */
    AgreementCopy of(CmasNumber number) {
        AgreementFile.Known agreement = agreements.require(number);
        return AgreementCopy.of(
                agreement.cmasNumber(),
                agreements.supplementOn(number, ProgramCalendar.dateOf(clock.instant())),
                agreement.supplements(),
                documents.of(agreement.cmasNumber()),
                json);
    }
}
