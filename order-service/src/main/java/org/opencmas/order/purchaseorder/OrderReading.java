package org.opencmas.order.purchaseorder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.NewOrder.NewAttestation;
import org.opencmas.order.purchaseorder.NewOrder.NewLine;
import org.opencmas.order.purchaseorder.NewOrder.NewSubOrder;
import org.opencmas.order.purchaseorder.NewOrder.NewVerification;
import org.opencmas.order.purchaseorder.OrderDocument.Attestation;
import org.opencmas.order.purchaseorder.OrderDocument.CertificationVerification;
import org.opencmas.order.purchaseorder.OrderDocument.Declared;
import org.opencmas.order.purchaseorder.OrderDocument.Line;
import org.opencmas.order.purchaseorder.OrderDocument.LineKind;
import org.opencmas.order.purchaseorder.OrderDocument.PaymentMethod;
import org.opencmas.order.purchaseorder.OrderDocument.SubOrder;
import org.opencmas.problem.Fault;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * Reads a sent order into its content and names every fault of form and meaning at once: what cannot be read, a line id
 * used twice, an amount that is not quantity times price, a supported line that is not there.
 *
 * <p>What a rule of the Guide forbids is not refused here (several kinds of agreement on one order, a product off the
 * schedule): such an order is stored and the rule book returns it with its findings.
 */
final class OrderReading {
    /** Most lines of an order, inclusive. */
    static final int MAX_LINES = 1000;

    private static final int CENTS = 2;
    private static final int UNIT_PRICE_DECIMALS = 6;
    private static final int MAX_ATTESTATIONS = 100;
    private static final UUID ANY_AGENCY = new UUID(0, 0);

    private final FieldReader fields;
    private final NewOrder order;
    private final UUID callersAgency;

    private OrderReading(NewOrder order, UUID callersAgency, FieldReader fields) {
        this.order = order;
        this.callersAgency = callersAgency;
        this.fields = fields;
    }

    /**
     * @param callersAgency the agency that the caller acts for; the body may leave its agency out but not name another
     * @throws org.opencmas.problem.InvalidRequest (400) with all faults
     */
    static OrderContent read(NewOrder order, UUID callersAgency) {
        return read(order, callersAgency, new FieldReader());
    }

    /** @param fields holds the faults found so far, to be named together with those of the order */
    static OrderContent read(NewOrder order, UUID callersAgency, FieldReader fields) {
        return new OrderReading(order, callersAgency, fields).content();
    }

    /** What is wrong with the order, whoever sends it. */
    static List<Fault> faults(NewOrder order) {
        var fields = new FieldReader();
        new OrderReading(order, ANY_AGENCY, fields).fields();
        return fields.faults();
    }

    private OrderContent content() {
        OrderContent content = fields();
        fields.requireNoFaults();
        if (!content.agencyId().equals(callersAgency)) {
            fields.fault("/agencyId", "is not the agency that your token is for", "Leave it out.");
        }
        fields.requireNoFaults();
        return content;
    }

    private OrderContent fields() {
        return new OrderContent(
                fields.id("/agencyId", order.agencyIdOr(callersAgency)),
                fields.text("/agencyOrderNumber", order.agencyOrderNumber(), 40),
                fields.date("/orderDate", order.orderDate()),
                fields.id("/contractorId", order.contractorId()),
                fields.optionalText("/orderToLocation", order.orderToLocation(), 400),
                fields.choice("/paymentMethod", order.paymentMethod(), PaymentMethod.INVOICE),
                fields.money("/tax", orZero(order.tax()), CENTS),
                fields.money("/freight", orZero(order.freight()), CENTS),
                lines(),
                verification(order.certificationVerification()),
                attestations(),
                declared());
    }

    private static String orZero(@Nullable String amount) {
        return amount == null ? "0.00" : amount;
    }

    private List<Line> lines() {
        List<@Nullable NewLine> sent = order.lines();
        if (sent == null || sent.isEmpty()) {
            fields.fault("/lines", "is missing or empty", "An order has at least one line.");
            return List.of();
        }
        if (sent.size() > MAX_LINES) {
            fields.fault("/lines", "has " + sent.size() + " lines, at most " + MAX_LINES + " are allowed");
            return List.of();
        }
        List<Line> read = new ArrayList<>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            NewLine line = sent.get(i);
            if (line == null) {
                fields.fault("/lines/" + i, "is null");
            } else {
                addLine("/lines/" + i, line, read);
            }
        }
        checkIds(sent);
        return read;
    }

    private void addLine(String at, NewLine line, List<Line> read) {
        CmasNumber number = fields.cmasNumber(at + "/cmasNumber", line.cmasNumber());
        int faultsBefore = fields.faultCount();
        BigDecimal quantity = fields.quantity(at + "/quantity", line.quantity());
        Usd unitPrice = fields.money(at + "/unitPrice", line.unitPrice(), UNIT_PRICE_DECIMALS);
        Usd amount = unitPrice.times(quantity).roundedHalfUp();
        boolean computable = fields.faultCount() == faultsBefore;
        checkAmount(
                at + "/amount",
                line.amount(),
                computable ? amount : null,
                quantity.toPlainString() + " x " + unitPrice);
        String lineId = fields.text(at + "/lineId", line.lineId(), 40);
        String itemId = fields.optionalText(at + "/itemId", line.itemId(), 100);
        String description = fields.text(at + "/description", line.description(), 1000);
        String unit = fields.text(at + "/unit", line.unit(), 40);
        LineKind kind = fields.choice(at + "/kind", line.kind(), LineKind.GOODS);
        String nspReason = fields.optionalText(at + "/nspReason", line.nspReason(), 1000);
        String location = fields.optionalText(at + "/orderToLocation", line.orderToLocation(), 400);
        if (number == null) {
            return;
        }
        read.add(new Line(
                lineId,
                0,
                number,
                number.canonical().equals(number.raw()) ? null : number.raw(),
                Boolean.TRUE.equals(line.nsp()),
                itemId,
                description,
                unit,
                quantity,
                unitPrice,
                amount,
                kind,
                Boolean.TRUE.equals(line.lumpSum()),
                Boolean.TRUE.equals(line.publicWorks()),
                supported(line),
                nspReason,
                location,
                java.time.LocalDate.EPOCH));
    }

    /** @param computed null when quantity or price is at fault, so that the amount has nothing to be compared with */
    private void checkAmount(String at, @Nullable String sent, @Nullable Usd computed, String product) {
        if (sent == null) {
            return;
        }
        Usd amount = fields.money(at, sent, CENTS);
        if (computed != null && !amount.equals(computed)) {
            fields.fault(
                    at,
                    sent + " is not quantity times unit price: " + product + " is " + computed,
                    "Send " + computed + " or leave it out.");
        }
    }

    private static List<String> supported(NewLine line) {
        List<@Nullable String> sent = line.supportsLineIds();
        List<String> ids = new ArrayList<>();
        if (sent != null) {
            sent.forEach(id -> ids.add(id == null ? "" : id.strip()));
        }
        return ids;
    }

    private void checkIds(List<@Nullable NewLine> sent) {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            NewLine line = sent.get(i);
            String id = line == null ? null : line.lineId();
            if (id != null && !id.isBlank() && !known.add(id.strip())) {
                fields.fault("/lines/" + i + "/lineId", "\"" + id.strip() + "\" names an earlier line already");
            }
        }
        for (int i = 0; i < sent.size(); i++) {
            NewLine line = sent.get(i);
            if (line != null && line.supportsLineIds() != null) {
                checkSupported("/lines/" + i + "/supportsLineIds/", supported(line), line.lineId(), known);
            }
        }
    }

    private void checkSupported(String at, List<String> supported, @Nullable String own, Set<String> known) {
        for (int i = 0; i < supported.size(); i++) {
            String id = supported.get(i);
            if (!known.contains(id)) {
                fields.fault(at + i, "\"" + id + "\" is not a line of this order");
            } else if (own != null && id.equals(own.strip())) {
                fields.fault(at + i, "a line cannot support itself");
            }
        }
    }

    private @Nullable CertificationVerification verification(@Nullable NewVerification sent) {
        if (sent == null) {
            return null;
        }
        String at = "/certificationVerification";
        return new CertificationVerification(
                fields.date(at + "/verifiedOn", sent.verifiedOn()),
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
        if (sent.size() > MAX_ATTESTATIONS) {
            fields.fault("/attestations", "has more than " + MAX_ATTESTATIONS + " entries");
            return List.of();
        }
        List<Attestation> read = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            NewAttestation attestation = sent.get(i);
            String at = "/attestations/" + i;
            if (attestation == null) {
                fields.fault(at, "is null");
            } else {
                read.add(attestation(at, attestation));
            }
        }
        return read;
    }

    private Attestation attestation(String at, NewAttestation sent) {
        return new Attestation(
                fields.text(at + "/rule", sent.rule(), 60),
                fields.text(at + "/statement", sent.statement(), 2000),
                fields.text(at + "/attestedBy", sent.attestedBy(), 200),
                fields.date(at + "/attestedOn", sent.attestedOn()),
                fields.optionalText(at + "/evidence", sent.evidence(), 1000));
    }

    private Declared declared() {
        String number = fields.optionalText("/contractNumber", order.contractNumber(), 100);
        List<@Nullable NewSubOrder> sent = order.subOrders();
        if (sent == null) {
            return number == null ? Declared.NOTHING : new Declared(number, null);
        }
        if (sent.size() > MAX_LINES) {
            fields.fault("/subOrders", "has more than " + MAX_LINES + " entries");
            return Declared.NOTHING;
        }
        List<SubOrder> groups = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            addGroup("/subOrders/" + i, sent.get(i), groups);
        }
        return new Declared(number, List.copyOf(groups));
    }

    private void addGroup(String at, @Nullable NewSubOrder sent, List<SubOrder> groups) {
        if (sent == null) {
            fields.fault(at, "is null");
            return;
        }
        Integer subNumber = sent.subNumber();
        if (subNumber == null) {
            fields.fault(at + "/subNumber", "is missing");
        }
        CmasNumber number = fields.cmasNumber(at + "/cmasNumber", sent.cmasNumber());
        Usd subtotal = fields.money(at + "/subtotalExcludingTax", sent.subtotalExcludingTax(), CENTS);
        if (subNumber != null && number != null) {
            groups.add(new SubOrder(subNumber, number, subtotal));
        }
    }
}
