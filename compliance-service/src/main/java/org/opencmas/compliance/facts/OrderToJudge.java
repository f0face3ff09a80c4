package org.opencmas.compliance.facts;

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
 * An order to judge, with what was issued before under its number.
 *
 * @param documentVersion which version of the order it is; null when it is only checked
 * @param receivedOn the day it reached the suite, in California
 * @param issuedBefore the issued versions with a lower amendment number, the latest first; none for an original
 */
public record OrderToJudge(
        Order order, LocalDate receivedOn, @Nullable Integer documentVersion, List<Order> issuedBefore) {
    /** An order of which nothing was gathered yet. */
    public OrderToJudge(Order order, LocalDate receivedOn, @Nullable Integer documentVersion) {
        this(order, receivedOn, documentVersion, List.of());
    }

    /** The same order, after those versions. */
    OrderToJudge after(List<Order> issued) {
        return new OrderToJudge(order, receivedOn, documentVersion, issued);
    }

    /** The same with what its agency has taken back of its attestations marked so. */
    OrderToJudge marked(WithdrawnWords withdrawn) {
        return new OrderToJudge(withdrawn.mark(order), receivedOn, documentVersion, issuedBefore);
    }

    @Nullable
    Order before() {
        return issuedBefore.isEmpty() ? null : issuedBefore.getFirst();
    }

    /** Every CMAS cited now or by the version before. */
    Set<CmasNumber> cmasNumbers() {
        Set<CmasNumber> numbers = new LinkedHashSet<>(order.cmasNumbers());
        numbers.addAll(dropped());
        return numbers;
    }

    /** Every CMAS that the version before cites and the order no longer does. */
    List<CmasNumber> dropped() {
        Order before = before();
        Set<CmasNumber> dropped = new LinkedHashSet<>(before == null ? List.of() : before.cmasNumbers());
        order.cmasNumbers().forEach(dropped::remove);
        return List.copyOf(dropped);
    }

    /** A CMAS is cited since the order date, unless an amendment brought it. */
    LocalDate citedOn(CmasNumber cmas) {
        Order before = before();
        boolean original = before != null && before.cmasNumbers().contains(cmas)
                || order.lines().stream()
                        .anyMatch(line -> line.boughtOn(cmas) && line.pricedOn().equals(order.orderDate()));
        return original ? order.orderDate() : order.relevantDate();
    }

    /** The label that each CMAS had in any issued version; the latest version counts. */
    List<SubOrder> labels() {
        List<SubOrder> labels = new ArrayList<>();
        for (Order version : issuedBefore) {
            version.subOrders().stream()
                    .filter(sub ->
                            labels.stream().noneMatch(known -> known.cmas().equals(sub.cmas())))
                    .forEach(labels::add);
        }
        return labels;
    }
}
