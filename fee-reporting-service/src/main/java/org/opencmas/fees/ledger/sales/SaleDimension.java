package org.opencmas.fees.ledger.sales;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;

/**
 * What sales of one order under one agreement are told apart by. When a fact changes what they count as, they leave one dimension and
 * enter another.
 *
 * @param documentVersion the version of the order that brought them
 * @param quarter of the order date, of the amendment's date or of the rejection or termination
 * @param agencyType null while the agency is not known
 * @param contractorId the holder of the agreement, or else whom the order names; null while neither is known
 * @param smallBusiness whether the holder had a certificate as small business or microbusiness on the order date
 * @param dvbe whether the holder had a certificate as disabled veteran business enterprise on the order date
 */
public record SaleDimension(
        int documentVersion,
        Cause cause,
        CalendarQuarter quarter,
        Buyer buyer,
        @Nullable UUID contractorId,
        boolean smallBusiness,
        boolean dvbe) {
    /** The agency that bought. */
    public record Buyer(UUID agencyId, @Nullable AgencyType type) {}
}
