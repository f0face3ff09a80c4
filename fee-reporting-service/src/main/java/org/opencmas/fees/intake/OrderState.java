package org.opencmas.fees.intake;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * The fields read of an order.
 *
 * @param contractorId whom the order names
 * @param amendmentDate of an amended order
 * @param subOrders what each agreement's part comes to, without tax and freight
 * @param paymentMethod how the order is paid; null in what is told without it
 * @param lines of the document; null in what is told without them
 * @param terminatedOn of a terminated order
 * @param remainingSubOrders what of each part stays to be delivered or was delivered; absent parts come to nothing
 */
record OrderState(
        UUID orderId,
        int documentVersion,
        int amendmentNumber,
        UUID agencyId,
        String agencyOrderNumber,
        LocalDate orderDate,
        @Nullable UUID contractorId,
        @Nullable LocalDate amendmentDate,
        List<SubOrder> subOrders,
        @Nullable String paymentMethod,
        @Nullable List<Line> lines,
        @Nullable LocalDate terminatedOn,
        @Nullable List<Remaining> remainingSubOrders) {
    private static final String CAL_CARD = "CAL_CARD";
    static final String ISSUED = "order.issued.v1";
    static final String AMENDED = "order.amended.v1";
    static final String REJECTED = "order.rejected.v1";
    static final String TERMINATED = "order.terminated.v1";

    record SubOrder(String cmasNumber, Usd subtotalExcludingTax) {}

    record Line(
            @Nullable String cmasNumber,
            boolean nsp,
            @Nullable Usd amount) {}

    record Remaining(String cmasNumber, Usd amount) {}

    /**
     * What an event of that type says with these fields.
     *
     * @param toldOn the civil day in Los Angeles of the event's time: a rejection takes effect when it is given
     */
    OrderChange change(String type, LocalDate toldOn) {
        return switch (type) {
            case ISSUED -> change(Cause.ORIGINAL, orderDate, subtotals());
            case AMENDED -> change(Cause.AMENDMENT, requireNonNull(amendmentDate, "amendmentDate"), subtotals());
            case REJECTED -> change(Cause.REJECTION, toldOn, Map.of());
            case TERMINATED -> change(Cause.TERMINATION, requireNonNull(terminatedOn, "terminatedOn"), remaining());
            default -> throw new IllegalArgumentException("not an order's change: " + type);
        };
    }

    private OrderChange change(Cause cause, LocalDate effectiveOn, Map<CmasNumber, Usd> subtotals) {
        return new OrderChange(
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
                detail(subtotals));
    }

    /** Of a part that shrank when the order ended, the same share is taken to be for items not specifically priced as before. */
    private OrderChange.@Nullable Detail detail(Map<CmasNumber, Usd> subtotals) {
        if (paymentMethod == null || lines == null) {
            return null;
        }
        Map<CmasNumber, Usd> nsp = new HashMap<>();
        for (Line line : lines) {
            if (line.nsp && line.cmasNumber != null && line.amount != null) {
                nsp.merge(CmasNumber.parse(line.cmasNumber), line.amount, Usd::plus);
            }
        }
        Map<CmasNumber, Usd> document = nsp.isEmpty() ? Map.of() : subtotals();
        nsp.replaceAll((agreement, amount) ->
                share(amount, document.getOrDefault(agreement, Usd.ZERO), subtotals.getOrDefault(agreement, Usd.ZERO)));
        nsp.values().removeIf(Usd::isZero);
        return new OrderChange.Detail(paymentMethod.equals(CAL_CARD), nsp);
    }

    private static Usd share(Usd nsp, Usd ofDocument, Usd now) {
        if (now.equals(ofDocument) || ofDocument.isZero()) {
            return now.isZero() ? Usd.ZERO : nsp;
        }
        return Usd.of(nsp.amount().multiply(now.amount()).divide(ofDocument.amount(), 2, RoundingMode.HALF_UP));
    }

    private Map<CmasNumber, Usd> subtotals() {
        return subOrders.stream()
                .collect(toMap(part -> CmasNumber.parse(part.cmasNumber), SubOrder::subtotalExcludingTax, Usd::plus));
    }

    private Map<CmasNumber, Usd> remaining() {
        List<Remaining> parts = remainingSubOrders == null ? List.of() : remainingSubOrders;
        return parts.stream().collect(toMap(part -> CmasNumber.parse(part.cmasNumber), Remaining::amount, Usd::plus));
    }
}
