package org.opencmas.fees.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.testkit.SeededGenerator;

/** Random events of some orders. Orders, agencies and agreements are numbers, so that two worlds can get the same events for ids of their own. */
final class OrderStory {
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2019, 12, 31);
    private static final int ORDERS_IN_TURN = 4;

    private final SeededGenerator random;
    private final List<Subject> orders = new ArrayList<>();

    OrderStory(SeededGenerator random) {
        this.random = random;
    }

    /**
     * One event of an order.
     *
     * @param agency the number of the buying agency
     * @param subtotals by the number of an agreement, what the part comes to
     */
    record Event(
            int order,
            String type,
            int documentVersion,
            int agency,
            LocalDate orderDate,
            LocalDate on,
            Map<Integer, String> subtotals) {}

    private static final class Subject {
        final int number;
        final int agency;
        final List<Integer> agreements;
        final LocalDate orderDate;
        int version;
        int rejected;
        boolean ended;

        Subject(int number, int agency, List<Integer> agreements, LocalDate orderDate) {
            this.number = number;
            this.agency = agency;
            this.agreements = agreements;
            this.orderDate = orderDate;
        }
    }

    /** The next events: of an order mostly several that follow closely, some twice, some in the wrong order. */
    List<Event> next(int count) {
        List<Event> events = new ArrayList<>();
        while (events.size() < count) {
            if (!events.isEmpty() && random.onceIn(8)) {
                events.add(random.oneOf(events));
            } else {
                events.add(nextOf(random.yes() || orders.isEmpty() ? newOrder() : recentOrder()));
            }
        }
        for (int i = 1; i < events.size(); i++) {
            if (random.onceIn(12)) {
                Collections.swap(events, i - 1, i);
            }
        }
        return events;
    }

    /** The last agency and the last agreement, which nobody knows yet, meet the third agreement and the others only there. */
    private Subject newOrder() {
        List<Integer> agreements =
                random.oneOf(List.of(List.of(0), List.of(1), List.of(0, 1), List.of(2), List.of(2, 3)));
        int agency = random.between(0, agreements.contains(2) ? 3 : 2);
        var order = new Subject(orders.size(), agency, agreements, random.day(FIRST_DAY, LAST_DAY));
        orders.add(order);
        return order;
    }

    private Subject recentOrder() {
        return random.oneOf(orders.subList(Math.max(0, orders.size() - ORDERS_IN_TURN), orders.size()));
    }

    private Event nextOf(Subject order) {
        if (order.ended) {
            return nextOf(newOrder());
        }
        if (order.version == 0) {
            order.version = 1;
            return event(order, OrderState.ISSUED, order.orderDate);
        }
        LocalDate later = random.day(order.orderDate, order.orderDate.plusDays(300));
        if (random.onceIn(3)) {
            order.ended = true;
            return event(order, OrderState.TERMINATED, later);
        }
        if (order.rejected < order.version && random.onceIn(4)) {
            order.rejected = order.version;
            return event(order, OrderState.REJECTED, later);
        }
        order.version++;
        return event(order, OrderState.AMENDED, later);
    }

    /** A later document may leave a part out. */
    private Event event(Subject order, String type, LocalDate on) {
        Map<Integer, String> subtotals = new LinkedHashMap<>();
        for (int agreement : order.agreements) {
            if (type.equals(OrderState.ISSUED) || !random.onceIn(5)) {
                subtotals.put(agreement, random.decimal("0.00", "90000.00", 2).toPlainString());
            }
        }
        return new Event(order.number, type, order.version, order.agency, order.orderDate, on, subtotals);
    }
}
