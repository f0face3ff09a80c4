package org.opencmas.order.purchaseorder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.orderbody.delivery.Delivery;
import org.opencmas.orderbody.procurement.Procurement;
import org.opencmas.orderbody.procurement.Procurement.Clauses;
import org.opencmas.orderbody.procurement.Procurement.Placed;
import org.opencmas.problem.Fault;
import org.opencmas.terms.Identifier;

/**
 * What of an amendment puts more on the contractor than it accepted, so that it has to agree before: it is not legally obligated to accept increased
 * risk (Guide s3 p9). That is a lower price of
 * a line or of an item under another line id, another unit that its price is by, an earlier day of delivery or of the end of services, and a clause on
 * liquidated damages or acceptance testing that the accepted order did not have. Whatever else an amendment changes binds the contractor once it
 * accepts the order again.
 */
public final class ContractorRisk {
    private final OrderDocument accepted;
    private final OrderDocument amended;
    private final List<Fault> more = new ArrayList<>();

    private ContractorRisk(OrderDocument accepted, OrderDocument amended) {
        this.accepted = accepted;
        this.amended = amended;
    }

    /**
     * What it is, each with its place in the amended order; nothing when the contractor accepted nothing yet.
     *
     * @param accepted the last version that the contractor accepted; null for none
     */
    public static List<Fault> increasedBy(OrderDocument amended, @Nullable OrderDocument accepted) {
        if (accepted == null) {
            return List.of();
        }
        var risk = new ContractorRisk(accepted, amended);
        risk.lines();
        risk.days();
        risk.clauses();
        return List.copyOf(risk.more);
    }

    private void lines() {
        var before = new AcceptedLines(accepted, amended);
        for (int i = 0; i < amended.lines().size(); i++) {
            OrderLine line = amended.lines().get(i).ordered();
            OrderLine was = before.of(line);
            if (was != null) {
                line("/lines/" + i, line, was);
            }
        }
    }

    private void line(String pointer, OrderLine line, OrderLine was) {
        if (line.unitPrice().compareTo(was.unitPrice()) < 0) {
            more.add(new Fault(
                    pointer + "/unitPrice",
                    line.unitPrice() + " is less than " + was.unitPrice() + ", which the contractor accepted"));
        }
        if (AcceptedLines.isSameItem(line, was)
                && !Identifier.keyOf(line.unit()).equals(Identifier.keyOf(was.unit()))) {
            more.add(new Fault(
                    pointer + "/unit",
                    "is " + line.unit() + ", but the contractor accepted the price by " + was.unit()));
        }
    }

    private void days() {
        Delivery before = accepted.statements().delivery();
        Delivery after = amended.statements().delivery();
        if (after != null) {
            earlier("/delivery/deliverBy", after.deliverBy(), before == null ? null : before.deliverBy());
            earlier(
                    "/delivery/servicesThrough",
                    after.servicesThrough(),
                    before == null ? null : before.servicesThrough());
        }
    }

    /** A day where there was none is earlier than no day. */
    private void earlier(String pointer, @Nullable LocalDate day, @Nullable LocalDate was) {
        if (day != null && (was == null || day.isBefore(was))) {
            more.add(new Fault(
                    pointer,
                    was == null
                            ? day + " was not set in what the contractor accepted"
                            : day + " is before " + was + ", which the contractor accepted"));
        }
    }

    private void clauses() {
        Clauses before = clauses(accepted);
        Clauses after = clauses(amended);
        if (after != null) {
            added("liquidatedDamages", after.liquidatedDamages(), before == null ? null : before.liquidatedDamages());
            added("acceptanceTesting", after.acceptanceTesting(), before == null ? null : before.acceptanceTesting());
        }
    }

    private static @Nullable Clauses clauses(OrderDocument document) {
        Procurement procurement = document.statements().procurement();
        return procurement == null ? null : procurement.clauses();
    }

    private void added(String clause, @Nullable Placed now, @Nullable Placed before) {
        if (now != null && now.inOrder() && (before == null || !before.inOrder())) {
            more.add(new Fault(
                    "/procurement/clauses/" + clause,
                    "was not in the order that the contractor accepted (Guide s4 p11)"));
        }
    }
}
