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
 * @param detail what no fee depends on; null in what was told before it was kept
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
        Map<CmasNumber, Usd> subtotals,
        @Nullable Detail detail) {
    /** The order in which changes follow each other; a rejection or termination comes after its document. */
    public static final Comparator<OrderChange> SEQUENCE =
            Comparator.comparingInt(OrderChange::documentVersion).thenComparing(OrderChange::cause);

    /**
     * What dashboards tell sales apart by.
     *
     * @param calCard whether the order is paid by CAL-Card
     * @param nsp of each agreement's part what is for items that are not specifically priced; an agreement that is absent has none
     */
    public record Detail(boolean calCard, Map<CmasNumber, Usd> nsp) {
        public Detail {
            nsp = Map.copyOf(nsp);
        }
    }

    public OrderChange {
        subtotals = Map.copyOf(subtotals);
    }

    /** A change of which no detail is known. */
    public OrderChange(
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
        this(
                orderId,
                documentVersion,
                cause,
                amendmentNumber,
                agencyId,
                agencyOrderNumber,
                orderDate,
                effectiveOn,
                contractorId,
                subtotals,
                null);
    }

    /** What the agreement's part comes to after this change; zero when the order no longer names the agreement. */
    public Usd subtotal(CmasNumber agreement) {
        return subtotals.getOrDefault(agreement, Usd.ZERO);
    }

    /** Whether an earlier telling of this change said the same, as far as it was kept. */
    boolean saysTheSameAs(OrderChange known) {
        return known.equals(with(
                known.contractorId == null ? null : contractorId, subtotals, known.detail == null ? null : detail));
    }

    /** The same change with other amounts. */
    OrderChange with(Map<CmasNumber, Usd> otherSubtotals, @Nullable Detail otherDetail) {
        return with(contractorId, otherSubtotals, otherDetail);
    }

    /** The same change with that detail. */
    public OrderChange with(Detail known) {
        return with(contractorId, subtotals, known);
    }

    private OrderChange with(
            @Nullable UUID contractor, Map<CmasNumber, Usd> otherSubtotals, @Nullable Detail otherDetail) {
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
                otherSubtotals,
                otherDetail);
    }
}
