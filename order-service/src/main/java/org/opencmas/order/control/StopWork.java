package org.opencmas.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.Lifecycle;
import org.opencmas.order.purchaseorder.OrderAct;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.acts.ChangeOrder;
import org.opencmas.order.purchaseorder.history.OrderHistory;
import org.opencmas.order.purchaseorder.history.WorkOrder;
import org.opencmas.order.purchaseorder.intake.ActDay;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;

/**
 * Has the contractor stop its work, and go on with it (ORD-TERM-GROUNDS, Guide s3 p9). The order stays in force meanwhile: it can be
 * amended, accepted and terminated.
 *
 * <p>Refuses an order that is not out (409), a second stop and a resumption of what is not stopped (409), and a day that is not between that
 * of what is in force, or of the stop that ends, and today (400).
 */
@ApplicationScoped
class StopWork {
    private final ChangeOrder changes;
    private final OrderHistory history;
    private final Clock clock;

    StopWork(ChangeOrder changes, OrderHistory history, Clock clock) {
        this.changes = changes;
        this.history = history;
        this.clock = clock;
    }

    ChangeOrder.Changed stop(
            UUID orderId, NewWorkOrder body, Visibility visibility, @Nullable String ifMatch, Requester by) {
        return changes.change(orderId, visibility, ifMatch, by, (order, act, connection) -> {
            Lifecycle.require(order.state(), OrderAct.STOP_WORK);
            return order.stopWork(read(body, order, by, null));
        });
    }

    ChangeOrder.Changed resume(
            UUID orderId, NewWorkOrder body, Visibility visibility, @Nullable String ifMatch, Requester by) {
        return changes.change(orderId, visibility, ifMatch, by, (order, act, connection) -> {
            Lifecycle.require(order.state(), OrderAct.RESUME_WORK);
            return order.resumeWork(read(body, order, by, stoppedOn(connection, order)));
        });
    }

    private WorkOrder read(NewWorkOrder body, PurchaseOrder order, Requester by, @Nullable LocalDate stoppedOn) {
        var fields = new FieldReader();
        LocalDate on = ActDay.required(
                fields,
                "/effectiveOn",
                body.effectiveOn(),
                order.standing().document(),
                ProgramCalendar.dateOf(clock.instant()));
        if (fields.faultCount() == 0 && stoppedOn != null && on.isBefore(stoppedOn)) {
            fields.fault("/effectiveOn", on + " is before " + stoppedOn + ", the day on which the work was stopped");
        }
        String reason = body.reason(fields);
        fields.requireNoFaults();
        return new WorkOrder(on, reason, by.name());
    }

    private @Nullable LocalDate stoppedOn(Connection connection, PurchaseOrder order) throws SQLException {
        return order.workIsStopped()
                ? history.lastDetails(connection, order.orderId(), "WORK_STOPPED")
                        .map(details ->
                                LocalDate.parse(details.path("effectiveOn").asText()))
                        .orElse(null)
                : null;
    }
}
