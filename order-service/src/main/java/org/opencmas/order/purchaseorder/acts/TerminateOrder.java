package org.opencmas.order.purchaseorder.acts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.Lifecycle;
import org.opencmas.order.purchaseorder.OrderAct;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.history.OrderHistory;
import org.opencmas.order.purchaseorder.history.Termination;
import org.opencmas.order.purchaseorder.history.Termination.Ground;
import org.opencmas.order.purchaseorder.history.Termination.Remaining;
import org.opencmas.order.purchaseorder.intake.ActDay;
import org.opencmas.order.purchaseorder.intake.NewTermination;
import org.opencmas.order.purchaseorder.intake.NewTermination.NewRemaining;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.orderbody.OrderBody.SubOrder;
import org.opencmas.problem.Fault;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Usd;

/**
 * Ends an order early (ORD-TERM-GROUNDS, ORD-TERM-NEGOTIATED, Guide s3 p9): for convenience, for default, for lack of funding, or by a
 * further provision that was negotiated before the issue, or with an amendment that the contractor accepted.
 *
 * <p>Refuses any other ground (422, with the list), a negotiated provision that is not on record (422), a date that is not between that of what is in force and today (400),
 * remaining worth for a group that the order does not have, or more than the group is worth (400), and an order that is not
 * out (409).
 */
@ApplicationScoped
class TerminateOrder {
    private final ChangeOrder changes;
    private final OrderHistory history;
    private final Clock clock;

    TerminateOrder(ChangeOrder changes, OrderHistory history, Clock clock) {
        this.changes = changes;
        this.history = history;
        this.clock = clock;
    }

    ChangeOrder.Changed terminate(
            UUID orderId, NewTermination body, Visibility visibility, @Nullable String ifMatch, Requester by) {
        return changes.change(orderId, visibility, ifMatch, by, (order, act, connection) -> {
            Lifecycle.require(order.state(), OrderAct.TERMINATE);
            Termination termination = termination(body, order, by, ProgramCalendar.dateOf(clock.instant()));
            if (termination.ground() == Ground.NEGOTIATED && !history.hasProvision(connection, orderId)) {
                throw new RefusedByRule(
                        "no-negotiated-provision",
                        "No further termination provision was accepted by both sides, before this order was issued or with an amendment that the"
                                + " contractor accepted (Guide s3 p9); end it on one of the grounds of the CMAS terms.",
                        Map.of("rule", "ORD-TERM-NEGOTIATED"));
            }
            return order.terminate(termination);
        });
    }

    private static Termination termination(NewTermination body, PurchaseOrder order, Requester by, LocalDate today) {
        var fields = new FieldReader();
        String ground = body.ground(fields);
        OrderDocument inForce = order.standing().document();
        LocalDate terminatedOn = ActDay.required(fields, "/terminatedOn", body.terminatedOn(), inForce, today);
        String reason = body.reason(fields);
        List<Remaining> remaining = remaining(fields, body.remainingSubOrders(), order);
        fields.requireNoFaults();
        return new Termination(ground(ground), terminatedOn, reason, by.name(), remaining, null);
    }

    private static Ground ground(String sent) {
        return Arrays.stream(Ground.values())
                .filter(ground -> ground.name().equalsIgnoreCase(sent))
                .findFirst()
                .orElseThrow(() -> new RefusedByRule(
                        "termination-ground",
                        "An order is ended early only on a ground of the CMAS terms (Guide s3 p9): "
                                + Arrays.toString(Ground.values()) + ".",
                        List.of(new Fault("/ground", "\"" + sent + "\" is no ground of the CMAS terms")),
                        Map.of("rule", "ORD-TERM-GROUNDS", "allowed", List.of(Ground.values()))));
    }

    private static List<Remaining> remaining(
            FieldReader fields, @Nullable List<@Nullable NewRemaining> sent, PurchaseOrder order) {
        Map<Integer, Usd> named = new HashMap<>();
        for (int i = 0; sent != null && i < sent.size(); i++) {
            NewRemaining one = sent.get(i);
            String at = "/remainingSubOrders/" + i;
            Integer sub = one == null ? null : one.subNumber();
            if (one == null || sub == null) {
                fields.fault(at + "/subNumber", "is missing");
                continue;
            }
            Usd amount = fields.money(at + "/amount", one.amount(), 2);
            Usd worth = order.subOrders().stream()
                    .filter(group -> group.subNumber() == sub)
                    .map(SubOrder::subtotalExcludingTax)
                    .findFirst()
                    .orElse(null);
            if (worth == null) {
                fields.fault(at + "/subNumber", "the order has no Sub #" + sub);
            } else if (named.put(sub, amount) != null) {
                fields.fault(at + "/subNumber", "Sub #" + sub + " is named twice");
            } else if (amount.compareTo(worth) > 0) {
                fields.fault(
                        at + "/amount",
                        amount + " is more than " + worth + ", what Sub #" + sub + " is worth",
                        "Send what remains of it, from 0.00 to " + worth + ".");
            }
        }
        List<Remaining> remaining = new ArrayList<>();
        for (SubOrder group : order.subOrders()) {
            Usd amount = named.getOrDefault(group.subNumber(), Usd.ZERO);
            remaining.add(new Remaining(group.subNumber(), group.cmasNumber(), amount));
        }
        return remaining;
    }
}
