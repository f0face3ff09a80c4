package org.opencmas.order.dealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.dealing.ContractorAnswer.Waiting;
import org.opencmas.order.dealing.Dealing.Kind;
import org.opencmas.order.dealing.NewDealing.NewContact;
import org.opencmas.order.dealing.NewDealing.NewDispatch;
import org.opencmas.order.dealing.NewDealing.NewProvision;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.OrderView;
import org.opencmas.order.purchaseorder.reading.ReadOrder;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;

/**
 * Records dealings about an order that the caller sees, and tells how long its answer is waited for.
 *
 * <p>Refuses a day before the order's own or after today (400), a dispatch of what was not issued, and a provision for an order that
 * was issued already: that is an amendment (409).
 */
@ApplicationScoped
class RecordDealing {
    private static final String TOPIC = "cmas.order-dealings";

    private final Orders orders;
    private final ReadOrder read;
    private final Dealings dealings;
    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final int targetDays;

    RecordDealing(
            Orders orders,
            ReadOrder read,
            Dealings dealings,
            Database database,
            Journal journal,
            Clock clock,
            @ConfigProperty(name = "cmas.orders.answer-target-business-days", defaultValue = "1") int targetDays) {
        this.orders = orders;
        this.read = read;
        this.dealings = dealings;
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.targetDays = targetDays;
    }

    /** What is recorded, worked out under the order's lock. */
    private interface Reading {
        Dealing read(PurchaseOrder order, FieldReader fields, LocalDate today);
    }

    @Transactional
    Dealing dispatch(UUID orderId, NewDispatch body, Visibility visibility, Requester by) {
        return recorded(orderId, visibility, by, (order, fields, today) -> {
            Dealing.Dispatch dispatch = body.read(fields);
            LocalDate sentOn = day(fields, "/sentOn", body.sentOn(), order, today);
            fields.requireNoFaults();
            if (order.inForce().isEmpty()) {
                throw new Conflict(
                        "order-not-issued",
                        "Only an issued order is sent to its contractor; this one is " + order.state() + ".",
                        Map.of("state", order.state().name()));
            }
            return dealing(order, Kind.DISPATCH, sentOn, by, dispatch);
        });
    }

    @Transactional
    Dealing contact(UUID orderId, NewContact body, Visibility visibility, Requester by) {
        return recorded(orderId, visibility, by, (order, fields, today) -> {
            Dealing.Contact contact = body.read(fields);
            LocalDate contactedOn = day(fields, "/contactedOn", body.contactedOn(), order, today);
            fields.requireNoFaults();
            return dealing(order, Kind.CONTACT, contactedOn, by, contact);
        });
    }

    @Transactional
    Dealing provision(UUID orderId, NewProvision body, Visibility visibility, Requester by) {
        return recorded(orderId, visibility, by, (order, fields, today) -> {
            Dealing.NegotiatedProvision provision = body.read(fields, today);
            fields.requireNoFaults();
            if (order.inForce().isPresent()) {
                throw new Conflict(
                        "order-issued-already",
                        "A further termination provision is agreed before the order is issued (Guide s3 p9); this one is "
                                + order.state()
                                + ". Amend it with a contractorAgreement: that needs a CMAS in term, and it holds once the contractor accepts.",
                        Map.of("state", order.state().name(), "rule", "ORD-TERM-NEGOTIATED"));
            }
            LocalDate agencyOn = provision.agencyAcceptedOn();
            LocalDate contractorOn = provision.contractorAcceptedOn();
            LocalDate both = agencyOn.isAfter(contractorOn) ? agencyOn : contractorOn;
            return dealing(order, Kind.NEGOTIATED_PROVISION, both, by, provision);
        });
    }

    List<Dealing> of(UUID orderId, @Nullable UUID after, int most, Visibility visibility) {
        boolean contactsToo = visibility.contractorId() == null;
        return database.with(connection -> {
            seen(orders.find(connection, orderId), orderId, visibility);
            return dealings.of(connection, orderId, after, contactsToo, most);
        });
    }

    ContractorAnswer answer(UUID orderId, Visibility visibility) {
        OrderView view = read.standing(orderId, visibility).view();
        LocalDate today = ProgramCalendar.dateOf(clock.instant());
        Waiting state = switch (view.state()) {
            case DRAFT, SUBMITTED, RETURNED, LAPSED -> Waiting.NOT_ISSUED;
            case ISSUED, AMENDED -> Waiting.WAITING;
            case ACCEPTED -> Waiting.ACCEPTED;
            case REJECTED -> Waiting.REJECTED;
            case TERMINATED -> Waiting.ENDED;
        };
        if (state == Waiting.NOT_ISSUED || view.decidedAt() == null) {
            return ContractorAnswer.notIssued();
        }
        LocalDate issuedOn = ProgramCalendar.dateOf(view.decidedAt());
        LocalDate receivedOn = database.with(connection -> dealings.firstDispatch(connection, orderId, issuedOn))
                .orElse(issuedOn);
        return ContractorAnswer.of(state, receivedOn, answeredOn(view), today, targetDays);
    }

    private static @Nullable LocalDate answeredOn(OrderView view) {
        if (view.state() == OrderState.ACCEPTED) {
            return view.acceptance() == null ? null : view.acceptance().acceptedOn();
        }
        return view.rejection() == null ? null : view.rejection().rejectedOn();
    }

    private Dealing recorded(UUID orderId, Visibility visibility, Requester by, Reading reading) {
        return database.with(connection -> recorded(connection, orderId, visibility, by, reading));
    }

    private Dealing recorded(Connection connection, UUID orderId, Visibility visibility, Requester by, Reading reading)
            throws SQLException {
        PurchaseOrder order = seen(orders.findForUpdate(connection, orderId), orderId, visibility);
        Dealing dealing = reading.read(order, new FieldReader(), ProgramCalendar.dateOf(clock.instant()));
        dealings.insert(connection, dealing);
        journal.append(
                by.actor(),
                new NewEvent(
                        TOPIC,
                        dealing.dealingId().toString(),
                        1,
                        "order-dealing.recorded.v1",
                        OrderJson.write(dealing)));
        return dealing;
    }

    private static PurchaseOrder seen(Optional<PurchaseOrder> order, UUID orderId, Visibility visibility) {
        return order.filter(visibility::covers).orElseThrow(() -> new NotFound("order", orderId));
    }

    /** A day from the order's own date through today. */
    private static LocalDate day(
            FieldReader fields, String pointer, @Nullable String raw, PurchaseOrder order, LocalDate today) {
        int before = fields.faultCount();
        LocalDate day = fields.pastDate(pointer, raw, today);
        LocalDate orderDate = order.standing().document().naming().orderDate();
        if (fields.faultCount() == before && day.isBefore(orderDate)) {
            fields.fault(pointer, day + " is before " + orderDate + ", the date of the order");
        }
        return day;
    }

    private Dealing dealing(PurchaseOrder order, Kind kind, LocalDate on, Requester by, Object part) {
        return new Dealing(
                TimeOrderedId.next(),
                order.orderId(),
                order.agencyId(),
                kind,
                on,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by.name(),
                part instanceof Dealing.Dispatch dispatch ? dispatch : null,
                part instanceof Dealing.Contact contact ? contact : null,
                part instanceof Dealing.NegotiatedProvision provision ? provision : null);
    }
}
