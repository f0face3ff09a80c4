package org.opencmas.registry.agreement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.agreement.store.AgreementState;
import org.opencmas.registry.agreement.store.RecordedAgreement;
import org.opencmas.registry.agreement.terms.TermsCheck;

/** An agreement as an answer. */
record AgreementView(
        @JsonUnwrapped AgreementState agreement,
        boolean expired,
        Instant recordedAt,
        @Nullable String changeNote,
        List<TermsCheck.Warning> warnings) {
    static AgreementView of(RecordedAgreement entry) {
        return new AgreementView(
                entry.state(),
                entry.expired(),
                entry.supplement().recordedAt(),
                entry.supplement().changeNote(),
                TermsCheck.warnings(entry.supplement().terms()));
    }
}
