package org.opencmas.order.purchaseorder.history;

import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That the contractor stops its work, or goes on with it (ORD-TERM-GROUNDS, Guide s3 p9: see also Stop Work).
 *
 * @param effectiveOn the first day of it, from the date of what is in force to the day on which it was said, inclusive
 * @param orderedBy the agency's person or system, by the name in its token
 */
@Schema(name = "WorkOrder")
public record WorkOrder(LocalDate effectiveOn, String reason, String orderedBy) implements ActDetails {
    public Map<String, Object> details() {
        return Map.of("effectiveOn", effectiveOn, "reason", reason, "orderedBy", orderedBy);
    }
}
