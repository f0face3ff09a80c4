package org.opencmas.compliance.rule.services;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.EarlierOrder;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Relation;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.Services;

/** What is known of an order's relation to earlier consulting orders, for the two rules that ask after it. */
public final class EarlierConsulting {
    private EarlierConsulting() {}

    /** The buyer's own word; empty while there is none. */
    public static Optional<Relation> stated(OrderFacts facts) {
        return stated(facts.order());
    }

    private static Optional<Relation> stated(Order order) {
        return order.told().services().map(Services::earlierOrders);
    }

    /**
     * Lines that an amendment adds while the buyer's word stays as it was on the version issued before: it was not said of them. Empty where
     * the word is new, where the order is said to be an end product, or where that version is not known here.
     */
    static List<OrderLine> addedSinceStated(OrderFacts facts) {
        Order before = facts.issuedBefore();
        Optional<Relation> stated = stated(facts).filter(word -> !word.endProduct());
        if (before == null || stated.isEmpty() || !stated.equals(stated(before))) {
            return List.of();
        }
        return facts.order().lines(line -> before.line(line.lineId()).isEmpty());
    }

    /** What the buyer's word means: an end product is forbidden, anything else is not. */
    static Outcome judged(Relation stated, List<EarlierOrder> known) {
        return stated.endProduct()
                ? Outcome.fail("The order is an end product of an earlier consulting order: \"%s\"", stated.statement())
                        .with("earlierOrders", known.size())
                        .remedy("Buy it from another contractor, or outside CMAS.")
                : Outcome.pass(
                                "The buyer says that the order is no end product of an earlier one: \"%s\"",
                                stated.statement())
                        .with("earlierOrders", known.size());
    }

    /** Earlier consulting orders of the contractor and its affiliates; of another agency only that there is one. */
    static List<EarlierOrder> known(OrderFacts facts) {
        return facts.earlierConsulting() == null ? List.of() : facts.earlierConsulting();
    }

    /** Lines that an amendment adds to an order that had a consulting part and that are none themselves. */
    static List<OrderLine> addedToConsulting(OrderFacts facts) {
        Order before = facts.issuedBefore();
        if (before == null || before.lines(line -> line.coded().consulting()).isEmpty()) {
            return List.of();
        }
        return facts.order()
                .lines(line ->
                        !line.coded().consulting() && before.line(line.lineId()).isEmpty());
    }
}
