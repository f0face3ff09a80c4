package org.opencmas.fees.intake;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.facts.OrderChanges;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.fees.ledger.PostFee;
import org.opencmas.journal.EventHandler;
import org.opencmas.journal.ReceivedEvent;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** Orders that were issued, amended or terminated: what they come to from then on, and so their fee. */
@Singleton
final class OrderEvents implements EventHandler {
    private static final String ISSUED = "order.issued.v1";
    private static final String AMENDED = "order.amended.v1";
    private static final String TERMINATED = "order.terminated.v1";

    private final Payloads payloads;
    private final OrderChanges orderChanges;
    private final PostFee postFee;

    OrderEvents(Payloads payloads, OrderChanges orderChanges, PostFee postFee) {
        this.payloads = payloads;
        this.orderChanges = orderChanges;
        this.postFee = postFee;
    }

    /**
     * The fields read.
     *
     * @param amendmentDate of an amended order
     * @param subOrders what each agreement's part comes to, without tax and freight
     * @param terminatedOn of a terminated order
     * @param remainingSubOrders what of each part stays to be delivered or was delivered; absent parts come to nothing
     */
    private record Order(
            UUID orderId,
            int documentVersion,
            int amendmentNumber,
            UUID agencyId,
            String agencyOrderNumber,
            LocalDate orderDate,
            @Nullable LocalDate amendmentDate,
            List<SubOrder> subOrders,
            @Nullable LocalDate terminatedOn,
            @Nullable List<Remaining> remainingSubOrders) {
        OrderChange change(String type) {
            return switch (type) {
                case ISSUED -> change(Cause.ORIGINAL, orderDate, subtotals());
                case AMENDED -> change(Cause.AMENDMENT, requireNonNull(amendmentDate, "amendmentDate"), subtotals());
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
                    subtotals);
        }

        private Map<CmasNumber, Usd> subtotals() {
            return subOrders.stream()
                    .collect(toMap(
                            part -> CmasNumber.parse(part.cmasNumber), SubOrder::subtotalExcludingTax, Usd::plus));
        }

        private Map<CmasNumber, Usd> remaining() {
            List<Remaining> parts = remainingSubOrders == null ? List.of() : remainingSubOrders;
            return parts.stream()
                    .collect(toMap(part -> CmasNumber.parse(part.cmasNumber), Remaining::amount, Usd::plus));
        }
    }

    private record SubOrder(String cmasNumber, Usd subtotalExcludingTax) {}

    private record Remaining(String cmasNumber, Usd amount) {}

    @Override
    public Set<String> topics() {
        return Set.of("cmas.orders");
    }

    @Override
    public Set<String> types() {
        return Set.of(ISSUED, AMENDED, TERMINATED);
    }

    @Override
    public void handle(Connection connection, ReceivedEvent event) throws SQLException {
        OrderChange change = payloads.read(event, Order.class).change(event.type());
        if (orderChanges.add(connection, change, event.id())) {
            postFee.bringUpToDate(connection, partsEverNamed(connection, change.orderId()), event.id());
        }
    }

    private List<OrderPart> partsEverNamed(Connection connection, UUID orderId) throws SQLException {
        return orderChanges.history(connection, orderId).stream()
                .flatMap(change -> change.subtotals().keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(CmasNumber::canonical))
                .map(agreement -> new OrderPart(orderId, agreement))
                .toList();
    }
}
