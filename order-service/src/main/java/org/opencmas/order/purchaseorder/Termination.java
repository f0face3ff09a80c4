package org.opencmas.order.purchaseorder;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * The early end of an order (ORD-TERM-GROUNDS, Guide s3 p9).
 *
 * @param remainingSubOrders the worth that stays with each group, such as what was delivered and is paid
 */
record Termination(
        Ground ground, LocalDate terminatedOn, String reason, String terminatedBy, List<Remaining> remainingSubOrders) {
    Termination {
        remainingSubOrders = List.copyOf(remainingSubOrders);
    }

    /** The grounds of the CMAS terms; there is no other unless one was negotiated before issue. */
    enum Ground {
        CONVENIENCE,
        DEFAULT,
        FUNDING
    }

    /** @param amount US dollars without tax and freight, not negative */
    record Remaining(int subNumber, CmasNumber cmasNumber, Usd amount) {}

    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("ground", ground);
        details.put("terminatedOn", terminatedOn);
        details.put("reason", reason);
        details.put("terminatedBy", terminatedBy);
        details.put("remainingSubOrders", remainingSubOrders);
        return details;
    }
}
