package org.opencmas.compliance.ordercheck.rule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CmasNumber;

/**
 * A CMAS that the order cites, with what is known of it.
 *
 * @param citedOn the day it was first ordered from: the order date, or the amendment date for a CMAS an amendment adds
 * @param agreement the CMAS as it stood on {@code citedOn}; null when no such agreement is known here for that day
 * @param onAmendmentDate the CMAS as it stood on the amendment date; null for an original order, or when not known
 * @param lookAlikes for an unknown number, known ones that differ in the suffix only or in letters and digits easily confused
 * @param newsWaiting true when news about the CMAS arrived here that could not be taken in; what was known before is then not given,
 *     since it may be out of date
 */
public record CitedAgreement(
        CmasNumber cmas,
        LocalDate citedOn,
        @Nullable Agreement agreement,
        @Nullable Agreement onAmendmentDate,
        List<CmasNumber> lookAlikes,
        boolean newsWaiting) {
    /** A CMAS of which news is waiting. */
    public static CitedAgreement newsWaiting(CmasNumber cmas, LocalDate citedOn) {
        return new CitedAgreement(cmas, citedOn, null, null, List.of(), true);
    }

    Outcome unknown() {
        if (newsWaiting) {
            return Outcome.undetermined(
                            "News about CMAS %s could not be taken in here, so what is known of it may be out of date.",
                            cmas)
                    .remedy("Submit again when the news is taken in, or attest to what CMAS %s says.", cmas);
        }
        return Outcome.undetermined("No CMAS %s is known here for %s.", cmas, citedOn)
                .remedy("Submit again when the registry has sent CMAS %s, or correct the number.", cmas);
    }
}
