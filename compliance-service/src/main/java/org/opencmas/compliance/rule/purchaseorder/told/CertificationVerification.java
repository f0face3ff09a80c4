package org.opencmas.compliance.rule.purchaseorder.told;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The agency's check of the contractor's certificate before it orders.
 *
 * @param method how it was checked, in the agency's words
 * @param result what was found, in the agency's words
 * @param validThrough last valid day as the directory showed it, inclusive; null when it showed none
 */
public record CertificationVerification(
        LocalDate verifiedOn,
        String verifiedBy,
        String method,
        String result,
        @Nullable String certificateNumber,
        @Nullable LocalDate validThrough) {}
