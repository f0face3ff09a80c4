package org.opencmas.order.purchaseorder.acts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.agency.OwnRules;
import org.opencmas.order.agency.RegisteredAgencies;
import org.opencmas.order.purchaseorder.ContractorRisk;
import org.opencmas.order.purchaseorder.Lifecycle;
import org.opencmas.order.purchaseorder.OrderAct;
import org.opencmas.order.purchaseorder.OrderChange;
import org.opencmas.order.purchaseorder.OrderState;
import org.opencmas.order.purchaseorder.OrderVersion;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.AmendmentReason;
import org.opencmas.order.purchaseorder.document.ContractorAgreement;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.order.purchaseorder.document.OrderDocument.Amendment;
import org.opencmas.order.purchaseorder.document.OrderDocument.Basis;
import org.opencmas.order.purchaseorder.document.OrderDocument.Naming;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.document.OrderNumberTaken;
import org.opencmas.order.purchaseorder.document.RecordedAttestation;
import org.opencmas.order.purchaseorder.document.RecordedAttestation.Earlier;
import org.opencmas.order.purchaseorder.history.OrderHistory;
import org.opencmas.order.purchaseorder.history.Rejection;
import org.opencmas.order.purchaseorder.intake.Correction;
import org.opencmas.order.purchaseorder.intake.NewAmendment;
import org.opencmas.order.purchaseorder.intake.NewAmendment.Header;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.reading.Visibility;
import org.opencmas.order.purchaseorder.store.Orders;
import org.opencmas.order.purchaseorder.store.RecordOfRequest;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderSender;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.RefusedByRule;
import org.opencmas.problem.body.FieldReader;

/**
 * Writes an amendment (ORD-AMEND-NUMBER, ORD-AMEND-CAUSE), or a new version in place of one that was never issued.
 *
 * <p>Refuses an order that is not out (409), a second open amendment (409), a number that is not the next (409 or 422),
 * another order number, order date, agency or contractor than the original's (422), a date before the order's or the last
 * amendment's (400), and {@code fromRejection} when nothing was rejected or no right value was named (409).
 */
@ApplicationScoped
public class AmendOrder {
    private final ChangeOrder changes;
    private final Orders orders;
    private final OrderHistory history;
    private final RegisteredAgencies agencies;
    private final FeeWaiver waiver;
    private final Clock clock;

    AmendOrder(
            ChangeOrder changes,
            Orders orders,
            OrderHistory history,
            RegisteredAgencies agencies,
            FeeWaiver waiver,
            Clock clock) {
        this.waiver = waiver;
        this.changes = changes;
        this.orders = orders;
        this.history = history;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** @param previewToken of the preview that the amendment must not differ from; null for none */
    ChangeOrder.Changed amend(
            UUID orderId,
            NewAmendment body,
            Visibility visibility,
            @Nullable String ifMatch,
            @Nullable String previewToken,
            Requester by) {
        return changes.change(orderId, visibility, ifMatch, by, (order, act, connection) -> {
            OrderChange change = written(order, body, act, connection, by);
            return previewToken == null ? change : asPreviewed(order, change, previewToken, connection);
        });
    }

    /** The change as it was previewed: sent on condition that it is judged as the preview showed, where that showed it. */
    private OrderChange asPreviewed(PurchaseOrder order, OrderChange change, String token, Connection connection)
            throws SQLException {
        PreviewToken.Judged judged =
                change.subject().state() == OrderState.SUBMITTED ? PreviewToken.Judged.read(token) : null;
        boolean isFeeWaived =
                waiver.isKnown(connection, change.subject().document().naming());
        PreviewToken.require(
                token, PreviewToken.of(order, change, agencies.rules(order.agencyId()), isFeeWaived, judged));
        return judged == null ? change : change.judgedAs(judged.told());
    }

    /**
     * An amendment that was made and taken back.
     *
     * @param order as the amendment would leave it, its version in force included
     * @param rules of its agency
     * @param etag the order's version now, for {@code If-Match}
     */
    public record TriedOut(PurchaseOrder order, OrderChange change, OwnRules rules, long etag) {
        public OrderDocument before() {
            return order.standing().document();
        }

        public OrderDocument after() {
            return change.subject().document();
        }

        /** @param judged null where no judgement was shown, or none follows */
        public String token(boolean isFeeWaived, PreviewToken.@Nullable Judged judged) {
            return PreviewToken.of(order, change, rules, isFeeWaived, judged);
        }
    }

    /** Amends and takes it back: nothing is stored and nobody is told. Refuses what the amendment would refuse. */
    public TriedOut tryOut(UUID orderId, NewAmendment body, Visibility visibility, Requester by) {
        ChangeOrder.Changed changed = changes.tryOut(
                orderId, visibility, by, (order, act, connection) -> written(order, body, act, connection, by));
        PurchaseOrder order = changed.order();
        return new TriedOut(order, changed.change(), agencies.rules(order.agencyId()), order.version() - 1);
    }

    private OrderChange written(PurchaseOrder order, NewAmendment body, Act act, Connection connection, Requester by)
            throws SQLException {
        Lifecycle.require(order.state(), OrderAct.AMEND);
        return body.comesFromRejection()
                ? fromRejection(order, body, by.sender(order.agencyId(), clock), act, connection)
                : amendment(order, body, by.sender(order.agencyId(), clock), act, connection);
    }

    ChangeOrder.Changed revise(
            UUID orderId, NewAmendment body, Visibility visibility, @Nullable String ifMatch, Requester by) {
        return changes.change(orderId, visibility, ifMatch, by, (order, act, connection) -> {
            order.requireUnissued(OrderAct.REVISE);
            OrderDocument replaced = order.latest().document();
            OrderSender sender = by.sender(order.agencyId(), clock);
            var fields = new FieldReader();
            Amendment as = replaced.amendmentNumber() == 0
                    ? original(fields, body.header())
                    : header(
                            fields,
                            completed(body.header(), replaced.amendment()),
                            order,
                            replaced.amendmentNumber(),
                            sender.today(),
                            null);
            OrderBody sent = OrderBody.read(body.order(), sender, replaced.original(), fields);
            OrderBody content = replaced.amendmentNumber() > 0 ? sent : RecordOfRequest.complete(connection, sent);
            if (replaced.amendmentNumber() > 0) {
                requireSameOrder(content, replaced.naming());
            } else {
                requireSameNumber(content, replaced.naming());
            }
            return order.revise(content, as, Boolean.TRUE.equals(body.draft()), act);
        });
    }

    /** What a returned amendment said of itself stays where the new version does not say it anew. */
    private static Header completed(Header sent, Amendment replaced) {
        return new Header(
                Objects.requireNonNullElse(sent.date(), String.valueOf(replaced.amendmentDate())),
                Objects.requireNonNullElse(sent.reason(), Objects.requireNonNullElse(replaced.amendmentReason(), "")),
                sent.contactNote() == null ? replaced.contactNote() : sent.contactNote(),
                sent.reasonCode() == null && replaced.amendmentReasonCode() != null
                        ? replaced.amendmentReasonCode().name()
                        : sent.reasonCode(),
                sent.contractorAgreement());
    }

    private static Amendment original(FieldReader fields, Header sent) {
        if (!sent.isEmpty()) {
            fields.fault("/amendmentDate", "this is the original order, not an amendment", "Leave it out.");
        }
        return Amendment.NONE;
    }

    private OrderChange amendment(
            PurchaseOrder order, NewAmendment body, OrderSender sender, Act act, Connection connection)
            throws SQLException {
        OrderDocument inForce = order.standing().document();
        var fields = new FieldReader();
        int next = order.nextAmendmentNumber();
        Amendment as = header(fields, body.header(), order, next, sender.today(), null);
        OrderBody content = OrderBody.read(body.order(), sender, inForce.original(), fields);
        requireSameOrder(content, inForce.naming());
        requireNumber(order, content, as, body.amendmentNumber(), connection);
        return order.amend(content, as, Boolean.TRUE.equals(body.draft()), act);
    }

    /** @param agreement the contractor's where the body says of none; null for none: an agreement to one content is none to another */
    private static Amendment header(
            FieldReader fields,
            Header sent,
            PurchaseOrder order,
            int number,
            LocalDate today,
            @Nullable ContractorAgreement agreement) {
        int before = fields.faultCount();
        LocalDate date = fields.pastDate("/amendmentDate", sent.date(), today);
        LocalDate earliest = order.standing().document().datedOn();
        if (fields.faultCount() == before && date.isBefore(earliest)) {
            fields.fault("/amendmentDate", date + " is before " + earliest + ", the date of what it amends");
        }
        return new Amendment(
                number,
                date,
                fields.text("/reason", sent.reason(), 1000),
                fields.optionalText("/contactNote", sent.contactNote(), 1000),
                sent.reasonCode() == null
                        ? null
                        : fields.choice("/reasonCode", sent.reasonCode(), AmendmentReason.OTHER),
                sent.contractorAgreement() == null
                        ? agreement
                        : sent.contractorAgreement()
                                .read(
                                        fields,
                                        order.standing().document().naming().orderDate(),
                                        today));
    }

    /** An amendment keeps the order's number (Guide s3 p9); what else names the order stays too. */
    private static void requireSameOrder(OrderBody amended, Naming original) {
        var kept = new KeptFields();
        kept.compare("/agencyOrderNumber", original.agencyOrderNumber(), amended.agencyOrderNumber());
        kept.compare("/orderDate", original.orderDate(), amended.orderDate());
        kept.compare("/contractorId", original.contractorId(), amended.contractorId());
        kept.require();
    }

    private static void requireSameNumber(OrderBody revised, Naming replaced) {
        var kept = new KeptFields();
        kept.compare("/agencyOrderNumber", replaced.agencyOrderNumber(), revised.agencyOrderNumber());
        kept.compare("/contractorId", replaced.contractorId(), revised.contractorId());
        kept.require();
    }

    /** Notes every field that should have stayed as it was. */
    private static final class KeptFields {
        private final java.util.ArrayList<Fault> faults = new java.util.ArrayList<>();

        void compare(String pointer, Object kept, Object sent) {
            if (!kept.equals(sent)) {
                faults.add(new Fault(
                        pointer,
                        "is " + sent + ", but this order's is " + kept,
                        "Leave it out, or place a new order."));
            }
        }

        void require() {
            if (!faults.isEmpty()) {
                throw new RefusedByRule(
                        "amendment-keeps-order-number",
                        "An amendment keeps the original order number and adds an amendment number (Guide s3 p9): what"
                                + " names the order cannot be changed.",
                        List.copyOf(faults),
                        Map.of("rule", "ORD-AMEND-NUMBER"));
            }
        }
    }

    private void requireNumber(
            PurchaseOrder order, OrderBody content, Amendment as, @Nullable Integer sentNumber, Connection connection)
            throws SQLException {
        if (sentNumber == null || sentNumber == as.amendmentNumber()) {
            return;
        }
        Optional<OrderVersion> existing = orders.lastOf(connection, order.orderId(), sentNumber);
        if (existing.isPresent()) {
            OrderDocument stored = existing.get().document();
            int version = existing.get().number();
            var numbered = new Amendment(
                    sentNumber,
                    as.amendmentDate(),
                    as.amendmentReason(),
                    as.contactNote(),
                    as.amendmentReasonCode(),
                    as.contractorAgreement());
            OrderDocument sent = document(order, version, stored, numbered, content);
            throw OrderNumberTaken.by(stored, sent);
        }
        throw new RefusedByRule(
                "amendment-number-gap",
                "Amendments count 1, 2, 3 without a gap (Guide s3 p9): the next one is number " + as.amendmentNumber()
                        + ".",
                List.of(new Fault(
                        "/amendmentNumber", "is " + sentNumber, "Send " + as.amendmentNumber() + " or leave it out.")),
                Map.of("rule", "ORD-AMEND-NUMBER", "nextAmendmentNumber", as.amendmentNumber()));
    }

    /** What the version would be; nothing is written. */
    private static OrderDocument document(
            PurchaseOrder order, int version, OrderDocument before, Amendment as, OrderBody content) {
        return OrderDocument.of(
                new Basis(order.orderId(), version, order.numbering(), before),
                as,
                content,
                RecordedAttestation.all(content, version, Earlier.NOTHING));
    }

    private OrderChange fromRejection(
            PurchaseOrder order, NewAmendment body, OrderSender sender, Act act, Connection connection)
            throws SQLException {
        if (body.lines() != null) {
            throw new InvalidRequest(NewAmendment.LINES_TOO);
        }
        OrderDocument rejected = order.standing().document();
        JsonNode details = history.details(connection, order.orderId(), "REJECTED", rejected.documentVersion())
                .filter(found -> order.state() == OrderState.REJECTED)
                .orElseThrow(() -> new Conflict(
                        "nothing-rejected", "The version in force is " + order.state() + ", not rejected."));
        Rejection rejection = OrderJson.convert(details, Rejection.class);
        if (rejection.pointer() == null) {
            throw new Conflict(
                    "no-right-value",
                    "The rejection names no right value; write the amendment yourself. Its reason: "
                            + rejection.reason());
        }
        OrderBody corrected = Correction.apply(rejected, rejection.rightValues(), sender);
        Header completed = new Header(
                Objects.requireNonNullElse(body.amendmentDate(), sender.today().toString()),
                Objects.requireNonNullElse(body.reason(), "Rejected by the contractor: " + rejection.reason()),
                body.contactNote(),
                Objects.requireNonNullElse(body.reasonCode(), AmendmentReason.REJECTED_BY_CONTRACTOR.name()),
                body.contractorAgreement());
        var fields = new FieldReader();
        Amendment as = header(
                fields,
                completed,
                order,
                order.nextAmendmentNumber(),
                sender.today(),
                agreement(order, rejection, corrected, orders.accepted(connection, order.orderId())));
        fields.requireNoFaults();
        boolean draft = !Boolean.FALSE.equals(body.draft());
        return order.amend(corrected, as, draft, act);
    }

    /**
     * What the contractor agreed to by asking for it.
     *
     * @return null also where a right value moves a line among the others, so that a pointer of the rejection names another line than one
     *     into the amended document
     */
    private static @Nullable ContractorAgreement agreement(
            PurchaseOrder order, Rejection rejection, OrderBody corrected, @Nullable OrderDocument accepted) {
        OrderDocument rejected = order.standing().document();
        OrderDocument amended = document(order, order.latest().number() + 1, rejected, Amendment.NONE, corrected);
        return lineIds(amended).equals(lineIds(rejected))
                ? rejection.agreementTo(ContractorRisk.increasedBy(amended, accepted))
                : null;
    }

    private static List<String> lineIds(OrderDocument document) {
        return document.lines().stream().map(line -> line.ordered().lineId()).toList();
    }
}
