package org.opencmas.order.purchaseorder.acts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.Lifecycle;
import org.opencmas.order.purchaseorder.OrderAct;
import org.opencmas.order.purchaseorder.history.Acceptance;
import org.opencmas.order.purchaseorder.history.Rejection;
import org.opencmas.order.purchaseorder.intake.ActDay;
import org.opencmas.order.purchaseorder.intake.Correction;
import org.opencmas.order.purchaseorder.intake.NewAcceptance;
import org.opencmas.order.purchaseorder.intake.NewRejection;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;

/**
 * Takes the contractor's answer to an issued order (ORD-REJECT-INACCURATE, Guide s3 p9).
 *
 * <p>Refuses an order that is not out or was answered already (409), a date before that of what is accepted or after today
 * (400), and a right value that could not stand where the pointer points or stands there already (400), so that a rejection can always become an amendment.
 */
@ApplicationScoped
class AnswerOrder {
    private final ChangeOrder changes;
    private final Clock clock;

    AnswerOrder(ChangeOrder changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    ChangeOrder.Changed accept(
            UUID orderId, NewAcceptance body, Visibility visibility, @Nullable String ifMatch, Requester by) {
        return changes.change(orderId, visibility, ifMatch, by, (order, act, connection) -> {
            Lifecycle.require(order.state(), OrderAct.ACCEPT);
            var fields = new FieldReader();
            LocalDate acceptedOn = ActDay.orToday(
                    fields, "/acceptedOn", body.acceptedOn(), order.standing().document(), today());
            fields.requireNoFaults();
            return order.accept(new Acceptance(acceptedOn, by.name()));
        });
    }

    private LocalDate today() {
        return ProgramCalendar.dateOf(clock.instant());
    }

    ChangeOrder.Changed reject(
            UUID orderId, NewRejection body, Visibility visibility, @Nullable String ifMatch, Requester by) {
        return changes.change(orderId, visibility, ifMatch, by, (order, act, connection) -> {
            Lifecycle.require(order.state(), OrderAct.REJECT);
            var fields = new FieldReader();
            Rejection rejection = body.read(fields, by.name(), today());
            fields.requireNoFaults();
            if (!rejection.rightValues().isEmpty()) {
                Correction.apply(
                        order.standing().document(), rejection.rightValues(), by.sender(order.agencyId(), clock));
                Correction.requireChange(order.standing().document(), rejection.rightValues());
            }
            return order.reject(rejection);
        });
    }
}
