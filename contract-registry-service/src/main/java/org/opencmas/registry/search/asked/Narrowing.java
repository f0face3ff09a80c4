package org.opencmas.registry.search.asked;

import org.jspecify.annotations.Nullable;
import org.opencmas.registry.agreement.terms.BaseType;
import org.opencmas.registry.agreement.terms.Category;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.ProcurementKind;

/**
 * What the agreement has to be; each null for any.
 *
 * @param certification held by the contractor and valid on the day that is searched (SRCH-SBDVBE)
 * @param openToLocal true for agreements local agencies may use, false for all others
 * @param baseType whether it is based on a GSA schedule
 * @param calCard whether the contractor takes the CAL-Card; an agreement that does not say is neither
 * @param nsp whether it has the provision for non-specified products
 */
public record Narrowing(
        @Nullable ProcurementKind kind,
        @Nullable CertificationType certification,
        @Nullable Boolean openToLocal,
        @Nullable Category category,
        @Nullable BaseType baseType,
        @Nullable Boolean calCard,
        @Nullable Boolean nsp) {
    /** Any agreement. */
    public static final Narrowing NONE = new Narrowing(null, null, null, null, null, null, null);
}
