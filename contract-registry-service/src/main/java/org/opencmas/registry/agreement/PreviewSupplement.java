package org.opencmas.registry.agreement;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.registry.agreement.store.RecordedAgreement;
import org.opencmas.registry.agreement.store.Supplement;
import org.opencmas.registry.agreement.terms.Terms;
import org.opencmas.registry.agreement.terms.TermsFields;
import org.opencmas.registry.agreement.terms.TermsFor;
import org.opencmas.terms.CmasNumber;

/**
 * Shows what a supplement would make of an agreement: it is added as {@link SupplementAgreement} adds it, with all that this refuses, and
 * taken back. Nothing is stored and nobody is told.
 */
@ApplicationScoped
class PreviewSupplement {
    private final Agreements agreements;
    private final SupplementAgreement supplement;

    PreviewSupplement(Agreements agreements, SupplementAgreement supplement) {
        this.agreements = agreements;
        this.supplement = supplement;
    }

    /**
     * What would be.
     *
     * @param entry the agreement as the supplement would leave it
     * @param differences from the terms that are in force on its first day now
     * @param later days on which terms that are recorded already take over from it
     */
    record Preview(RecordedAgreement entry, List<TermsFields.Difference> differences, List<LocalDate> later) {}

    Preview of(CmasNumber number, SupplementAgreement.Heading heading, TermsFor termsFor) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                throw new TakenBack(preview(number, heading, termsFor));
            });
        } catch (TakenBack rolledBack) {
            return rolledBack.preview;
        }
        throw new IllegalStateException("a preview always rolls back");
    }

    private Preview preview(CmasNumber number, SupplementAgreement.Heading heading, TermsFor termsFor) {
        Agreement agreement = agreements.requireForChange(number);
        Terms before = agreements
                .inForce(agreement, heading.effectiveOn(), null)
                .orElseGet(() -> agreements.original(agreement))
                .terms();
        List<LocalDate> later = agreements.supplements(agreement).stream()
                .map(Supplement::effectiveOn)
                .filter(day -> day.isAfter(heading.effectiveOn()))
                .distinct()
                .sorted()
                .toList();
        RecordedAgreement entry = supplement.add(agreement, heading, termsFor);
        return new Preview(
                entry, TermsFields.differences(before, entry.supplement().terms()), later);
    }

    /** Rolls back and carries the preview out of the transaction. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Preview preview;

        TakenBack(Preview preview) {
            super("rolled back", null, false, false);
            this.preview = preview;
        }
    }
}
