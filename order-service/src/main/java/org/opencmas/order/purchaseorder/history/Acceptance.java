package org.opencmas.order.purchaseorder.history;

import java.time.LocalDate;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A contractor's acceptance of the version in force.
 *
 * @param acceptedOn between the date of what is accepted and the day on which it was said, inclusive
 * @param acceptedBy the contractor by the name in its token
 */
@Schema(name = "Acceptance")
public record Acceptance(LocalDate acceptedOn, String acceptedBy) implements ActDetails {
    public Map<String, Object> details() {
        return Map.of("acceptedOn", acceptedOn, "acceptedBy", acceptedBy);
    }
}
