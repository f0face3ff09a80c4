package org.opencmas.fees.ledger;

import java.util.UUID;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CalendarQuarter;

/**
 * All that an amount in the ledger is told apart by within one order and agreement. When a fact changes what an amount counts as
 * (a late certificate, an agency's corrected type), it leaves one dimension and enters another.
 *
 * @param documentVersion the version of the order that brought the amount
 * @param belongsTo the quarter of the order date, of the amendment's date or of the termination
 */
public record Dimension(
        int documentVersion,
        Cause cause,
        CalendarQuarter belongsTo,
        AgencyType agencyType,
        UUID contractorId,
        Rate rate,
        Treatment treatment) {}
