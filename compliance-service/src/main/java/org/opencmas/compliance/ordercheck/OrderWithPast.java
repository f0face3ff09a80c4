package org.opencmas.compliance.ordercheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.SubOrder;
import org.opencmas.terms.CmasNumber;

/**
 * An order to judge with what was issued before under its number.
 *
 * @param issued the issued versions with a lower amendment number, the latest first; none for an original
 */
record OrderWithPast(ReceivedOrder received, List<Order> issued) {
    Order order() {
        return received.order();
    }

    @Nullable
    Order before() {
        return issued.isEmpty() ? null : issued.getFirst();
    }

    /** Every CMAS cited now or by the version before. */
    Set<CmasNumber> cmasNumbers() {
        Set<CmasNumber> numbers = new LinkedHashSet<>(order().cmasNumbers());
        numbers.addAll(dropped());
        return numbers;
    }

    /** Every CMAS that the version before cites and the order no longer does. */
    List<CmasNumber> dropped() {
        Order before = before();
        Set<CmasNumber> dropped = new LinkedHashSet<>(before == null ? List.of() : before.cmasNumbers());
        order().cmasNumbers().forEach(dropped::remove);
        return List.copyOf(dropped);
    }

    /** A CMAS is cited since the order date, unless an amendment brought it. */
    LocalDate citedOn(CmasNumber cmas) {
        Order order = order();
        Order before = before();
        boolean original = before != null && before.cmasNumbers().contains(cmas)
                || order.lines().stream()
                        .anyMatch(line -> line.boughtOn(cmas) && line.pricedOn().equals(order.orderDate()));
        return original ? order.orderDate() : order.relevantDate();
    }

    /** The label that each CMAS had in any issued version; the latest version counts. */
    List<SubOrder> labels() {
        List<SubOrder> labels = new ArrayList<>();
        for (Order version : issued) {
            version.subOrders().stream()
                    .filter(sub ->
                            labels.stream().noneMatch(known -> known.cmas().equals(sub.cmas())))
                    .forEach(labels::add);
        }
        return labels;
    }
}
