package org.opencmas.fees.facts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * One issued document of an order, its rejection or its termination: what the order comes to from that day on. Never changes once
 * known.
 *
 * @param documentVersion counts from 1 within the order
 * @param amendmentNumber 0 for the original; that of the version in force for a rejection or a termination
 * @param orderDate the date of the original order, which decides the rate and the waiver
 * @param effectiveOn the original's order date, the amendment's date, or the day of the rejection or termination
 * @param contractorId whom the order names; null in what was told before it was kept
 * @param subtotals what each agreement's part comes to, in dollars, without tax and freight; an agreement that is absent comes to
 *     nothing
 */
public record OrderChange(
        UUID orderId,
        int documentVersion,
        Cause cause,
        int amendmentNumber,
        UUID agencyId,
        String agencyOrderNumber,
        LocalDate orderDate,
        LocalDate effectiveOn,
        @Nullable UUID contractorId,
        Map<CmasNumber, Usd> subtotals) {
    /** The order in which changes follow each other; a rejection or termination comes after its document. */
    public static final Comparator<OrderChange> SEQUENCE =
            Comparator.comparingInt(OrderChange::documentVersion).thenComparing(OrderChange::cause);

    public OrderChange {
        subtotals = Map.copyOf(subtotals);
    }

    /** What the agreement's part comes to after this change; zero when the order no longer names the agreement. */
    public Usd subtotal(CmasNumber agreement) {
        return subtotals.getOrDefault(agreement, Usd.ZERO);
    }

    /** Whether an earlier telling of this change said the same, as far as it was kept. */
    boolean saysTheSameAs(OrderChange known) {
        return equals(known) || (known.contractorId == null && equals(known.naming(contractorId)));
    }

    private OrderChange naming(@Nullable UUID contractor) {
        return new OrderChange(
                orderId,
                documentVersion,
                cause,
                amendmentNumber,
                agencyId,
                agencyOrderNumber,
                orderDate,
                effectiveOn,
                contractor,
                subtotals);
    }
}
