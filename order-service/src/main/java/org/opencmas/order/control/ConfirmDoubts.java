package org.opencmas.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.agency.RegisteredAgencies;
import org.opencmas.order.control.NewConfirmations.NewConfirmation;
import org.opencmas.order.oversight.NotedOverride;
import org.opencmas.order.oversight.Overrides;
import org.opencmas.order.purchaseorder.OrderAct;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.acts.ChangeOrder;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.history.ConfirmedDoubts;
import org.opencmas.order.purchaseorder.history.ConfirmedDoubts.Confirmation;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.plausibility.AskDoubts;
import org.opencmas.order.purchaseorder.plausibility.Doubt;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;

/**
 * Tells what is doubted in an order's latest version, and records that it is meant. A confirmation is of one version: what is corrected
 * replaces the version and is asked about anew.
 *
 * <p>Each confirmation shows among the overrides.
 *
 * <p>Refuses what is no draft (409), and a confirmation of what is not doubted or without an explanation (400).
 */
@ApplicationScoped
class ConfirmDoubts {
    /** Two words at least, of six letters together: a point or a single "ok" explains nothing. */
    private static final Pattern WORDS =
            Pattern.compile("(?=(?:\\P{L}*\\p{L}){6}).*\\p{L}\\P{L}+\\p{L}.*", Pattern.DOTALL);

    private final ChangeOrder changes;
    private final AskDoubts ask;
    private final Orders orders;
    private final RegisteredAgencies agencies;
    private final Overrides overrides;
    private final Database database;

    ConfirmDoubts(
            ChangeOrder changes,
            AskDoubts ask,
            Orders orders,
            RegisteredAgencies agencies,
            Overrides overrides,
            Database database) {
        this.changes = changes;
        this.ask = ask;
        this.orders = orders;
        this.agencies = agencies;
        this.overrides = overrides;
        this.database = database;
    }

    ChangeOrder.Changed confirm(
            UUID orderId,
            NewConfirmations body,
            Visibility visibility,
            @Nullable String ifMatch,
            Requester by,
            String role) {
        return changes.change(orderId, visibility, ifMatch, by, (order, act, connection) -> {
            order.requireUnissued(OrderAct.CONFIRM);
            List<Doubt> doubts = ask.of(connection, order.latest().document());
            List<Confirmation> confirmed = read(body, doubts);
            for (Confirmation one : confirmed) {
                overrides.note(connection, override(order, one, act, role));
            }
            return order.confirm(new ConfirmedDoubts(confirmed, by.name()));
        });
    }

    private static NotedOverride override(PurchaseOrder order, Confirmation confirmed, Act act, String role) {
        OrderDocument document = order.latest().document();
        return new NotedOverride(
                TimeOrderedId.next(),
                NotedOverride.Kind.CONFIRMED_DOUBT,
                confirmed.kind(),
                confirmed.pointer(),
                confirmed.explanation(),
                new NotedOverride.Subject(
                        order.agencyId(),
                        order.orderId(),
                        document.naming().agencyOrderNumber(),
                        document.amounts().total()),
                new NotedOverride.DecidedBy(act.at(), act.by(), role, act.requestId()));
    }

    private static List<Confirmation> read(NewConfirmations body, List<Doubt> doubts) {
        var fields = new FieldReader();
        List<Confirmation> read = read(fields, body, doubts);
        fields.requireNoFaults();
        return read;
    }

    /** @param doubts of the order; null where it is not known yet */
    static List<Confirmation> read(FieldReader fields, NewConfirmations body, @Nullable List<Doubt> doubts) {
        List<Confirmation> read = new ArrayList<>();
        if (body.confirmations() == null || body.confirmations().isEmpty()) {
            fields.fault("/confirmations", "is missing or empty");
        } else {
            fields.<NewConfirmation>each("/confirmations", body.confirmations(), NewConfirmations.MOST, (at, one) -> {
                String kind = fields.text(at + "/kind", one.kind(), 60);
                String pointer = fields.text(at + "/pointer", one.pointer(), 200);
                String explanation = fields.text(at + "/explanation", one.explanation(), 1000);
                if (!explanation.isEmpty() && !WORDS.matcher(explanation).matches()) {
                    fields.fault(
                            at + "/explanation",
                            "explains nothing",
                            "Say in some words why it is meant, for whoever reads the order's history.");
                }
                boolean isDoubted = doubts == null
                        || doubts.stream()
                                .anyMatch(doubt -> doubt.kind().name().equals(kind)
                                        && doubt.pointer().equals(pointer));
                if (!isDoubted) {
                    fields.fault(at, "confirms what is not doubted", "Read the doubts at the order's /doubts.");
                }
                read.add(new Confirmation(kind, pointer, explanation));
            });
        }
        return read;
    }

    DoubtsView doubts(UUID orderId, Visibility visibility) {
        return database.with(connection -> {
            PurchaseOrder order = orders.find(connection, orderId)
                    .filter(visibility::covers)
                    .orElseThrow(() -> new NotFound("order", orderId));
            return view(connection, order);
        });
    }

    private DoubtsView view(Connection connection, PurchaseOrder order) throws SQLException {
        OwnRules rules = agencies.rules(order.agencyId());
        List<Confirmation> confirmed = ask.confirmed(connection, order.latest().document());
        List<DoubtsView.AskedDoubt> asked = ask.of(connection, order.latest().document()).stream()
                .map(doubt -> new DoubtsView.AskedDoubt(
                        doubt, ask.needsConfirmation(doubt, rules), explanation(confirmed, doubt)))
                .toList();
        return new DoubtsView(order.orderId(), order.latest().number(), asked);
    }

    private static @Nullable String explanation(List<Confirmation> confirmed, Doubt doubt) {
        return confirmed.stream()
                .filter(one ->
                        one.kind().equals(doubt.kind().name()) && one.pointer().equals(doubt.pointer()))
                .map(Confirmation::explanation)
                .findFirst()
                .orElse(null);
    }
}
