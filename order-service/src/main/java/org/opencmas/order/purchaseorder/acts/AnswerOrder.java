package org.opencmas.order.purchaseorder.acts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.Lifecycle;
import org.opencmas.order.purchaseorder.OrderAct;
import org.opencmas.order.purchaseorder.history.Acceptance;
import org.opencmas.order.purchaseorder.history.Rejection;
import org.opencmas.order.purchaseorder.history.Rejection.FurtherField;
import org.opencmas.order.purchaseorder.intake.ActDay;
import org.opencmas.order.purchaseorder.intake.Correction;
import org.opencmas.order.purchaseorder.intake.NewAcceptance;
import org.opencmas.order.purchaseorder.intake.NewRejection;
import org.opencmas.order.purchaseorder.intake.NewRejection.NewFurtherField;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;
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
            Rejection rejection = rejection(body, by, today());
            if (!rejection.rightValues().isEmpty()) {
                Correction.apply(
                        order.standing().document(), rejection.rightValues(), by.sender(order.agencyId(), clock));
                Correction.requireChange(order.standing().document(), rejection.rightValues());
            }
            return order.reject(rejection);
        });
    }

    private static Rejection rejection(NewRejection body, Requester by, LocalDate today) {
        var fields = new FieldReader();
        Rejection.Reason code = fields.choice("/reasonCode", body.reasonCode(), Rejection.Reason.OTHER);
        if (body.reasonCode() == null) {
            fields.fault("/reasonCode", "is missing");
        }
        String pointer = fields.optionalText("/pointer", body.pointer(), 200);
        String rightValue = fields.optionalText("/rightValue", body.rightValue(), 1000);
        if (body.pointer() == null && body.rightValue() != null) {
            fields.fault("/pointer", "is missing", "Say where the right value belongs, or leave out both.");
        } else if (body.pointer() != null && body.rightValue() == null) {
            fields.fault("/rightValue", "is missing", "Say what should stand there, or leave out both.");
        }
        requireSaid(fields, "/pointer", body.pointer());
        requireSaid(fields, "/rightValue", body.rightValue());
        String reason = fields.text("/reason", body.reason(), 1000);
        List<FurtherField> further = further(fields, body, pointer);
        fields.requireNoFaults();
        return new Rejection(code, pointer, rightValue, reason, by.name(), today, further);
    }

    /** What is blank is neither absent nor a place or a value. */
    private static void requireSaid(FieldReader fields, String pointer, @Nullable String raw) {
        if (raw != null && Identifier.isBlank(raw)) {
            fields.fault(pointer, "is blank", "Name the field and what should stand there, or leave out both.");
        }
    }

    private static List<FurtherField> further(FieldReader fields, NewRejection body, @Nullable String first) {
        List<FurtherField> further = new ArrayList<>();
        if (body.furtherFields() == null || body.furtherFields().isEmpty()) {
            return further;
        }
        if (body.pointer() == null) {
            fields.fault("/pointer", "is missing", "Name the first field there, and the others in furtherFields.");
        }
        Set<String> named = new HashSet<>();
        named.add(first == null ? "" : first);
        fields.<NewFurtherField>each("/furtherFields", body.furtherFields(), NewRejection.MOST_FURTHER, (at, one) -> {
            Rejection.Reason code = fields.choice(at + "/reasonCode", one.reasonCode(), Rejection.Reason.OTHER);
            if (one.reasonCode() == null) {
                fields.fault(at + "/reasonCode", "is missing");
            }
            String pointer = fields.text(at + "/pointer", one.pointer(), 200);
            if (!pointer.isEmpty() && !named.add(pointer)) {
                fields.fault(at + "/pointer", "is named before");
            }
            further.add(new FurtherField(code, pointer, fields.text(at + "/rightValue", one.rightValue(), 1000)));
        });
        return further;
    }
}
