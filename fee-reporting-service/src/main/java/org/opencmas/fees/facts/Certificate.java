package org.opencmas.fees.facts;

import java.time.LocalDate;
import org.opencmas.terms.CertificationType;

/**
 * A certificate of a contractor.
 *
 * @param validFrom first day, inclusive
 * @param validThrough last day, inclusive
 */
public record Certificate(CertificationType type, String number, LocalDate validFrom, LocalDate validThrough) {
    /** Whether the day lies within the certificate's term; both end days count. */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validThrough);
    }
}
