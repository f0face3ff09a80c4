package org.opencmas.fees.ledger.tie;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/**
 * That an order as a report names it and a known one are the same.
 *
 * @param quarter of the report
 * @param withdrawal null while it holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderTie")
record OrderTie(
        UUID tieId,
        CmasNumber cmasNumber,
        CalendarQuarter quarter,
        UUID contractorId,
        String agencyName,
        String purchaseOrderNumber,
        int amendmentNumber,
        UUID orderId,
        String knownOrderNumber,
        Act tied,
        @Nullable Act withdrawal) {
    /** Who did it, when and why. */
    @Schema(name = "OrderTieAct")
    record Act(String by, Instant at, String reason) {}
}
