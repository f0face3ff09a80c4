package org.opencmas.compliance.copy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.ordercheck.rule.Agreement;
import org.opencmas.compliance.ordercheck.rule.Certificate;
import org.opencmas.terms.CmasNumber;

/** What the rules need of {@code agreement.registered.v1}, {@code .supplemented.v1} and {@code .status-changed.v1}. */
record AgreementSnapshot(
        CmasNumber cmasNumber,
        UUID contractorId,
        String contractorName,
        Agreement.Status status,
        int supplementNumber,
        LocalDate effectiveOn,
        LocalDate termStart,
        LocalDate termEnd,
        Agreement.ForUseBy forUseBy,
        boolean nspProvision,
        @Nullable Boolean travelAllowed,
        @Nullable BigDecimal stateOrderLimit,
        @Nullable List<Certificate> listedCertifications) {
    List<Certificate> listed() {
        return listedCertifications == null ? List.of() : listedCertifications;
    }
}
