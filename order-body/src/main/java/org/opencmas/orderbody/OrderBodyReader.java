package org.opencmas.orderbody;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.NewOrder.NewAttestation;
import org.opencmas.orderbody.NewOrder.NewSubOrder;
import org.opencmas.orderbody.NewOrder.NewVerification;
import org.opencmas.orderbody.OrderBody.Attestation;
import org.opencmas.orderbody.OrderBody.CertificationVerification;
import org.opencmas.orderbody.OrderBody.Declared;
import org.opencmas.orderbody.OrderBody.Original;
import org.opencmas.orderbody.OrderBody.PaymentMethod;
import org.opencmas.orderbody.OrderBody.SubOrder;
import org.opencmas.orderbody.particulars.Particulars;
import org.opencmas.orderbody.particulars.Particulars.AdvancePayment;
import org.opencmas.orderbody.particulars.ParticularsReader;
import org.opencmas.orderbody.procurement.ProcurementReader;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Usd;

/**
 * Reads a sent order and names every fault of form and meaning at once: what cannot be read, a line id used twice, an amount
 * that is not quantity times price or is rounded to nothing, a supported line that is not there, a day to come.
 *
 * <p>What a rule of the Guide forbids is not refused here (several kinds of agreement on one order, a product off the
 * schedule): such an order is well-formed, and the rule book returns it with its findings.
 */
final class OrderBodyReader {
    static final int CENTS = 2;

    private static final UUID NO_AGENCY = new UUID(0, 0);

    /** Stands for an original that is not known yet. */
    static final Original ANY_ORIGINAL = new Original(NO_AGENCY, "", ProgramCalendar.FIRST_DAY, NO_AGENCY);

    private final FieldReader fields;
    private final NewOrder order;
    private final OrderSender sender;
    private final @Nullable Original amended;
    private final ParticularsReader particulars;

    private final OrderLinesReader linesReader;

    OrderBodyReader(NewOrder order, OrderSender sender, @Nullable Original amended, FieldReader fields) {
        this.order = order;
        this.sender = sender;
        this.amended = amended;
        this.fields = fields;
        this.particulars = new ParticularsReader(fields, sender.today());
        this.linesReader = new OrderLinesReader(order.lines(), fields, particulars);
    }

    /** What is read; of no use when the fields hold a fault. */
    OrderBody body() {
        Usd tax = fields.money("/tax", orZero(order.tax()), CENTS);
        Usd freight = fields.money("/freight", orZero(order.freight()), CENTS);
        List<OrderLine> read = linesReader.read(tax.plus(freight));
        var statements = new ProcurementReader(fields, sender.today());
        return new OrderBody(
                agencyId(),
                agencyOrderNumber(),
                orderDate(),
                contractorId(),
                fields.optionalText("/orderToLocation", order.orderToLocation(), 400),
                fields.choice("/paymentMethod", order.paymentMethod(), PaymentMethod.INVOICE),
                tax,
                freight,
                read,
                verification(order.certificationVerification()),
                attestations(),
                declared(),
                statements.delivery("/delivery", order.delivery()),
                statements.procurement("/procurement", order.procurement()),
                particulars(read));
    }

    /** What is traded in pays for a part of what is bought. */
    private @Nullable Particulars particulars(List<OrderLine> lines) {
        Particulars read = particulars.particulars("/particulars", order.particulars());
        if (read != null
                && read.tradeIns() != null
                && fields.isSound("/particulars/tradeIns")
                && fields.isSound("/lines")) {
            Usd allowed = Usd.sum(
                    read.tradeIns().stream().map(Particulars.TradeIn::allowance).toList());
            Usd bought = Usd.sum(lines.stream().map(OrderLine::amount).toList());
            if (!allowed.isAtMost(bought)) {
                fields.fault(
                        "/particulars/tradeIns", "come to " + allowed + ", more than " + bought + ", what is bought");
            }
        }
        if (read != null && read.advancePayments() != null) {
            checkAdvancePayments(read.advancePayments(), lines);
        }
        return read;
    }

    private void checkAdvancePayments(List<AdvancePayment> payments, List<OrderLine> lines) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < payments.size(); i++) {
            AdvancePayment one = payments.get(i);
            String at = "/particulars/advancePayments/" + i;
            String key = Identifier.keyOf(one.lineId());
            if (!Identifier.isBlank(one.lineId()) && !linesReader.isKnown(one.lineId())) {
                fields.fault(at + "/lineId", "\"" + one.lineId() + "\" is not a line of this order");
            } else if (!seen.add(key)) {
                fields.fault(at + "/lineId", "line " + one.lineId() + " is named twice");
            }
            lines.stream()
                    .filter(line ->
                            Identifier.keyOf(line.lineId()).equals(key) && !line.isPayableInAdvance(one.basis()))
                    .findFirst()
                    .ifPresent(line -> fields.fault(
                            at + "/basis",
                            "line " + line.lineId() + " buys " + line.kind() + " under " + line.cmasNumber()
                                    + ", which " + one.basis()
                                    + " does not let be paid in advance (PAY-ADVANCE-NONE)"));
        }
    }

    private static String orZero(@Nullable String amount) {
        return amount == null ? "0.00" : amount;
    }

    private UUID agencyId() {
        UUID own = sender.agencyId();
        if (order.agencyId() == null) {
            if (own == null) {
                fields.fault("/agencyId", "must be given by a caller that acts for no agency");
            }
            return own == null ? NO_AGENCY : own;
        }
        UUID named = fields.id("/agencyId", order.agencyId());
        if (!sender.isAnybody() && own != null && !own.equals(named) && !named.equals(NO_AGENCY)) {
            fields.fault("/agencyId", "is not the agency that your token is for", "Leave it out.");
        }
        return named;
    }

    private String agencyOrderNumber() {
        if (amended != null && order.agencyOrderNumber() == null) {
            return amended.agencyOrderNumber();
        }
        String sent = fields.identifier("/agencyOrderNumber", order.agencyOrderNumber(), 40);
        return amended != null && Identifier.keyOf(sent).equals(Identifier.keyOf(amended.agencyOrderNumber()))
                ? amended.agencyOrderNumber()
                : sent;
    }

    private LocalDate orderDate() {
        if (amended != null
                && (order.orderDate() == null
                        || order.orderDate().equals(amended.orderDate().toString()))) {
            return amended.orderDate();
        }
        return fields.pastDate("/orderDate", order.orderDate(), sender.today());
    }

    private UUID contractorId() {
        return amended != null && order.contractorId() == null
                ? amended.contractorId()
                : fields.id("/contractorId", order.contractorId());
    }

    private @Nullable CertificationVerification verification(@Nullable NewVerification sent) {
        if (sent == null) {
            return null;
        }
        String at = "/certificationVerification";
        return new CertificationVerification(
                fields.pastDate(at + "/verifiedOn", sent.verifiedOn(), sender.today()),
                fields.text(at + "/verifiedBy", sent.verifiedBy(), 200),
                fields.text(at + "/method", sent.method(), 200),
                fields.text(at + "/result", sent.result(), 200),
                fields.optionalText(at + "/certificateNumber", sent.certificateNumber(), 100),
                fields.optionalDate(at + "/validThrough", sent.validThrough()));
    }

    private List<Attestation> attestations() {
        List<@Nullable NewAttestation> sent = order.attestations();
        if (sent == null) {
            return List.of();
        }
        List<Attestation> read = new ArrayList<>();
        fields.each(
                "/attestations",
                sent,
                NewOrder.MAX_ATTESTATIONS,
                (at, attestation) -> read.add(attestation(at, attestation)));
        return read;
    }

    private Attestation attestation(String at, NewAttestation sent) {
        String person = sent.attestedBy() == null
                ? sender.name()
                : fields.identifier(at + "/attestedBy", sent.attestedBy(), 200);
        List<@Nullable String> lines = sent.lineIds();
        if (lines != null && lines.isEmpty()) {
            fields.fault(at + "/lineIds", "is empty", "Name the lines it is about, or leave it out.");
        }
        return new Attestation(
                fields.identifier(at + "/rule", sent.rule(), 60),
                fields.text(at + "/statement", sent.statement(), 2000),
                person,
                fields.pastDate(at + "/attestedOn", sent.attestedOn(), sender.today()),
                fields.optionalText(at + "/evidence", sent.evidence(), 1000),
                lines == null ? null : linesReader.named(at + "/lineIds", lines, null),
                sender.name());
    }

    private Declared declared() {
        String number = fields.optionalText("/contractNumber", order.contractNumber(), 100);
        List<@Nullable NewSubOrder> sent = order.subOrders();
        if (sent == null) {
            return number == null ? Declared.NOTHING : new Declared(number, null);
        }
        List<SubOrder> groups = new ArrayList<>();
        fields.each("/subOrders", sent, NewOrder.MAX_LINES, (at, group) -> addGroup(at, group, groups));
        return new Declared(number, List.copyOf(groups));
    }

    private void addGroup(String at, NewSubOrder sent, List<SubOrder> groups) {
        Integer subNumber = sent.subNumber();
        if (subNumber == null) {
            fields.fault(at + "/subNumber", "is missing");
        } else if (subNumber < 0) {
            fields.fault(at + "/subNumber", "is negative");
        }
        CmasNumber number = linesReader.cmasNumber(at + "/cmasNumber", sent.cmasNumber());
        Usd subtotal = fields.money(at + "/subtotalExcludingTax", sent.subtotalExcludingTax(), CENTS);
        if (subNumber != null && number != null) {
            groups.add(new SubOrder(subNumber, number, subtotal));
        }
    }
}
