package org.opencmas.order.purchaseorder.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * The early end of an order (ORD-TERM-GROUNDS, Guide s3 p9).
 *
 * @param terminatedOn between the date of what is in force and the day on which it was said, inclusive
 * @param remainingSubOrders the worth that stays with each group, such as what was delivered and is paid
 * @param lapsedAmendment the amendment that was open and fell with the order; null when none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Termination")
public record Termination(
        Ground ground,
        LocalDate terminatedOn,
        String reason,
        String terminatedBy,
        List<Remaining> remainingSubOrders,
        @Nullable LapsedAmendment lapsedAmendment)
        implements ActDetails {
    public Termination {
        remainingSubOrders = List.copyOf(remainingSubOrders);
    }

    /** The grounds of the CMAS terms; there is no other unless one was negotiated before issue. */
    @Schema(name = "TerminationGround")
    public enum Ground {
        CONVENIENCE,
        DEFAULT,
        FUNDING,
        /** A further provision that both sides accepted before the order was issued (ORD-TERM-NEGOTIATED). */
        NEGOTIATED
    }

    /** @param amount US dollars without tax and freight, from 0.00 to the group's subtotal, inclusive */
    @Schema(name = "RemainingSubOrder")
    public record Remaining(int subNumber, CmasNumber cmasNumber, Usd amount) {}

    @Schema(name = "LapsedAmendment")
    public record LapsedAmendment(int amendmentNumber, int documentVersion) {}

    public Termination withLapsed(@Nullable LapsedAmendment amendment) {
        return new Termination(ground, terminatedOn, reason, terminatedBy, remainingSubOrders, amendment);
    }

    @Override
    public Termination forContractor() {
        return withLapsed(null);
    }

    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("ground", ground);
        details.put("terminatedOn", terminatedOn);
        details.put("reason", reason);
        details.put("terminatedBy", terminatedBy);
        details.put("remainingSubOrders", remainingSubOrders);
        if (lapsedAmendment != null) {
            details.put("lapsedAmendment", lapsedAmendment);
        }
        return details;
    }
}
