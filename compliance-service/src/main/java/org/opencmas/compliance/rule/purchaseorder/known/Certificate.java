package org.opencmas.compliance.rule.purchaseorder.known;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CertificationType;

/**
 * A small business, disabled veteran or similar certificate.
 *
 * @param validFrom first day; null when not known
 * @param validThrough last day, inclusive; null when not known
 */
public record Certificate(
        CertificationType type,
        String number,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validThrough) {
    /** True from the first through the last day; an unknown last day is no proof, an unknown first day no obstacle. */
    public boolean validOn(LocalDate day) {
        return validThrough != null && !day.isAfter(validThrough) && (validFrom == null || !day.isBefore(validFrom));
    }
}
