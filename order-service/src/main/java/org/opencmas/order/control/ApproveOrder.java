package org.opencmas.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.agency.OwnSettings.OrderApprover;
import org.opencmas.order.agency.RegisteredAgencies;
import org.opencmas.order.purchaseorder.OrderAct;
import org.opencmas.order.purchaseorder.acts.ChangeOrder;
import org.opencmas.order.purchaseorder.history.Approval;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Usd;

/**
 * Approves the draft of an order or amendment (ORD-LIMIT-LOCAL, Guide s3 p9: the agency's own limits and approvers). The policy of today
 * counts, whichever day the order bears: who may bind the agency is decided on the day on which it is bound. It counts again when the version is
 * sent: an approval of somebody whom the policy does not name any more, or not up to the order's worth, is none then.
 *
 * <p>Refuses what is no draft (409), an approver who wrote the version (409), one whom the policy does not name (422), and one above whose
 * limit the order is (422; an order equal to the limit passes).
 */
@ApplicationScoped
class ApproveOrder {
    private static final String RULE = "ORD-LIMIT-LOCAL";

    private final ChangeOrder changes;
    private final RegisteredAgencies agencies;

    ApproveOrder(ChangeOrder changes, RegisteredAgencies agencies) {
        this.changes = changes;
        this.agencies = agencies;
    }

    ChangeOrder.Changed approve(
            UUID orderId, NewApproval body, Visibility visibility, @Nullable String ifMatch, Requester by) {
        return changes.change(orderId, visibility, ifMatch, by, (order, act, connection) -> {
            order.requireUnissued(OrderAct.APPROVE);
            var fields = new FieldReader();
            String note = body.note(fields);
            fields.requireNoFaults();
            Usd subtotal = order.latest().document().amounts().subtotalExcludingTax();
            Usd limit = limit(agencies.rules(order.agencyId()), by.name(), subtotal);
            return order.approve(new Approval(by.name(), limit, note));
        });
    }

    /** The approver's limit; null for none. Where the policy names no approvers, every approver of the agency is one without limit. */
    static @Nullable Usd limit(OwnRules rules, String person, Usd subtotal) {
        List<OrderApprover> approvers = rules.settings().approvers();
        if (approvers == null) {
            return null;
        }
        Optional<OrderApprover> approver = rules.approver(person);
        Usd limit = approver.orElseThrow(() -> new RefusedByRule(
                        "not-an-approver",
                        "Your agency's policy does not name " + person + " among those who approve orders.",
                        Map.of(
                                "rule",
                                RULE,
                                "approvers",
                                approvers.stream().map(OrderApprover::name).toList())))
                .limit();
        if (limit != null && !subtotal.isAtMost(limit)) {
            throw new RefusedByRule(
                    "above-approvers-limit",
                    "The order comes to " + subtotal + " before tax and freight; " + person + " approves up to " + limit
                            + ". Have it approved by somebody with a higher limit.",
                    Map.of("rule", RULE, "subtotal", subtotal, "limit", limit));
        }
        return limit;
    }
}
