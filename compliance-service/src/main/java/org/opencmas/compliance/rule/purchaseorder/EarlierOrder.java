package org.opencmas.compliance.rule.purchaseorder;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An earlier issued order with a consulting part.
 *
 * @param contractorId who got it: the contractor of the order that is judged, or one that the buyer names as its affiliate
 * @param agencyOrderNumber the agency's number of it; null for another agency's, of which only the day is known
 * @param orderedOn the date on it
 */
public record EarlierOrder(UUID contractorId, @Nullable String agencyOrderNumber, LocalDate orderedOn) {}
