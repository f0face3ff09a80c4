package org.opencmas.orderbody;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.NewOrder.NewAttestation;
import org.opencmas.orderbody.NewOrder.NewLine;
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
    private static final int CENTS = 2;
    /** The most that a line, an order or any other amount in a body can be worth, inclusive. */
    private static final Usd MAX_AMOUNT = Usd.of("999999999999.99");

    private static final int UNIT_PRICE_DECIMALS = 6;

    /** Most bytes of the lines as they are stored, inclusive. */
    private static final int MAX_LINES_BYTES = 3_000_000;
    /** What a stored line has beside its longer texts: its other fields and their names, at most. */
    private static final int BYTES_BESIDE_TEXTS = 600;

    /** Stands where a number is at fault; the fault keeps it from being used. */
    private static final CmasNumber NO_NUMBER = CmasNumber.parse("3-00-00-0000A");

    private static final UUID NO_AGENCY = new UUID(0, 0);

    /** Stands for an original that is not known yet. */
    static final Original ANY_ORIGINAL = new Original(NO_AGENCY, "", ProgramCalendar.FIRST_DAY, NO_AGENCY);

    private final FieldReader fields;
    private final NewOrder order;
    private final OrderSender sender;
    private final @Nullable Original amended;
    private final ParticularsReader particulars;

    /** The lines' ids as they spell them, by their keys. */
    private final Map<String, String> lineIds = new HashMap<>();

    private long bytesOfLines;

    OrderBodyReader(NewOrder order, OrderSender sender, @Nullable Original amended, FieldReader fields) {
        this.order = order;
        this.sender = sender;
        this.amended = amended;
        this.fields = fields;
        this.particulars = new ParticularsReader(fields, sender.today());
    }

    /** What is read; of no use when the fields hold a fault. */
    OrderBody body() {
        noteLineIds();
        Usd tax = fields.money("/tax", orZero(order.tax()), CENTS);
        Usd freight = fields.money("/freight", orZero(order.freight()), CENTS);
        List<OrderLine> lines = lines();
        checkTotal(lines, tax.plus(freight));
        checkSize();
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
                lines,
                verification(order.certificationVerification()),
                attestations(),
                declared(),
                statements.delivery("/delivery", order.delivery()),
                statements.procurement("/procurement", order.procurement()),
                particulars(lines));
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
            if (!Identifier.isBlank(one.lineId()) && !lineIds.containsKey(key)) {
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

    private void noteLineIds() {
        List<@Nullable NewLine> sent = order.lines();
        if (sent == null || sent.size() > NewOrder.MAX_LINES) {
            return;
        }
        for (int i = 0; i < sent.size(); i++) {
            NewLine line = sent.get(i);
            String id = line == null ? null : line.lineId();
            if (id == null || Identifier.fault(id).isPresent()) {
                continue;
            }
            Identifier identifier = Identifier.of(id);
            if (lineIds.putIfAbsent(identifier.key(), identifier.text()) != null) {
                fields.fault(
                        "/lines/" + i + "/lineId",
                        "\"" + FieldReader.shortened(identifier.text()) + "\" names an earlier line already");
            }
        }
    }

    private List<OrderLine> lines() {
        List<@Nullable NewLine> sent = order.lines();
        if (sent == null || sent.isEmpty()) {
            fields.fault("/lines", "is missing or empty", "An order has at least one line.");
            return List.of();
        }
        List<OrderLine> read = new ArrayList<>(Math.min(sent.size(), NewOrder.MAX_LINES));
        fields.each("/lines", sent, NewOrder.MAX_LINES, (at, line) -> read.add(line(at, line)));
        return read;
    }

    private OrderLine line(String at, NewLine line) {
        CmasNumber number = Objects.requireNonNullElse(cmasNumber(at + "/cmasNumber", line.cmasNumber()), NO_NUMBER);
        int faultsBefore = fields.faultCount();
        BigDecimal quantity = fields.quantity(at + "/quantity", line.quantity());
        Usd unitPrice = fields.money(at + "/unitPrice", line.unitPrice(), UNIT_PRICE_DECIMALS);
        Usd amount = unitPrice.times(quantity).roundedHalfUp();
        if (fields.faultCount() == faultsBefore) {
            checkAmount(at + "/amount", line.amount(), amount, quantity, unitPrice);
        } else if (line.amount() != null) {
            fields.money(at + "/amount", line.amount(), CENTS);
        }
        String lineId = fields.identifier(at + "/lineId", line.lineId(), 40);
        bytesOfLines += BYTES_BESIDE_TEXTS;
        return new OrderLine(
                lineId,
                number,
                number.canonical().equals(number.raw()) ? null : number.raw(),
                Boolean.TRUE.equals(line.nsp()),
                counted(fields.optionalIdentifier(at + "/itemId", line.itemId(), 100)),
                text(at + "/description", line.description(), 1000),
                counted(fields.optionalText(at + "/manufacturer", line.manufacturer(), 100)),
                fields.text(at + "/unit", line.unit(), 40),
                quantity,
                unitPrice,
                amount,
                fields.choice(at + "/kind", line.kind(), LineKind.GOODS),
                line.serviceCategory() == null
                        ? null
                        : fields.choice(at + "/serviceCategory", line.serviceCategory(), ServiceCategory.OTHER),
                Boolean.TRUE.equals(line.lumpSum()),
                Boolean.TRUE.equals(line.publicWorks()),
                supportedLines(at + "/supportsLineIds", line.supportsLineIds(), lineId),
                counted(fields.optionalText(at + "/nspReason", line.nspReason(), 1000)),
                counted(fields.optionalText(at + "/orderToLocation", line.orderToLocation(), 400)),
                particulars.coding(at + "/coding", line.coding()));
    }

    private String text(String at, @Nullable String sent, int longest) {
        String text = fields.text(at, sent, longest);
        counted(text);
        return text;
    }

    private List<String> supportedLines(String at, @Nullable List<@Nullable String> sent, String lineId) {
        List<String> supported = namedLines(at, sent, lineId);
        supported.forEach(this::counted);
        return supported;
    }

    /** The text, counted with what the lines weigh in an event. */
    private @Nullable String counted(@Nullable String text) {
        bytesOfLines += bytes(text);
        return text;
    }

    private @Nullable CmasNumber cmasNumber(String at, @Nullable String sent) {
        return fields.value(at, sent, "is no CMAS number", CmasNumber::parse);
    }

    private void checkAmount(String at, @Nullable String sent, Usd computed, BigDecimal quantity, Usd unitPrice) {
        String product = quantity.toPlainString() + " x " + unitPrice;
        if (computed.isZero() && !unitPrice.isZero()) {
            fields.fault(
                    at,
                    product + " is less than half a cent and would be 0.00",
                    "Order in a larger unit, or at a price of 0.00.");
        } else if (!computed.isAtMost(MAX_AMOUNT)) {
            fields.fault(at, product + " is more than " + MAX_AMOUNT + ", the most that a line can be worth");
        } else if (sent != null) {
            int faultsBefore = fields.faultCount();
            Usd amount = fields.money(at, sent, CENTS);
            if (fields.faultCount() == faultsBefore && !amount.equals(computed)) {
                fields.fault(
                        at,
                        FieldReader.shortened(sent) + " is not quantity times unit price: " + product + " is "
                                + computed,
                        "Send " + computed + " or leave it out.");
            }
        }
    }

    private void checkTotal(List<OrderLine> lines, Usd taxAndFreight) {
        Usd total =
                taxAndFreight.plus(Usd.sum(lines.stream().map(OrderLine::amount).toList()));
        if (fields.isSound("/lines")
                && fields.isSound("/tax")
                && fields.isSound("/freight")
                && !total.isAtMost(MAX_AMOUNT)) {
            fields.fault("/lines", "with tax and freight are worth " + total + ", more than " + MAX_AMOUNT);
        }
    }

    /** What an event can carry: the texts of the lines, each line with what is stored beside them. */
    private void checkSize() {
        if (bytesOfLines > MAX_LINES_BYTES) {
            fields.fault(
                    "/lines",
                    "have " + bytesOfLines + " bytes, at most " + MAX_LINES_BYTES + " are allowed",
                    "Shorten the descriptions, or place two orders.");
        }
    }

    /** In UTF-8 and JSON, where a quotation mark, a backslash and a line break take two. */
    private static long bytes(@Nullable String text) {
        long bytes = 3;
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < ' ' || c >= 0x80 && c < 0x800 || Character.isSurrogate(c)) {
                bytes += 2;
            } else {
                bytes += c < 0x80 ? 1 : 3;
            }
        }
        return bytes;
    }

    /** The lines that a list of ids names, as those lines spell their ids; each once. */
    private List<String> namedLines(String at, @Nullable List<@Nullable String> sent, @Nullable String own) {
        if (sent == null) {
            return List.of();
        }
        Set<String> named = new LinkedHashSet<>();
        fields.each(at, sent, NewOrder.MAX_LINES, (place, raw) -> {
            String id = fields.optionalIdentifier(place, raw, 40);
            String known = id == null ? null : lineIds.get(Identifier.keyOf(id));
            if (id != null && known == null) {
                fields.fault(place, "\"" + id + "\" is not a line of this order");
            } else if (known != null && own != null && Identifier.keyOf(known).equals(Identifier.keyOf(own))) {
                fields.fault(place, "a line cannot support itself");
            } else if (known != null) {
                named.add(known);
            }
        });
        return List.copyOf(named);
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
                lines == null ? null : namedLines(at + "/lineIds", lines, null),
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
        CmasNumber number = cmasNumber(at + "/cmasNumber", sent.cmasNumber());
        Usd subtotal = fields.money(at + "/subtotalExcludingTax", sent.subtotalExcludingTax(), CENTS);
        if (subNumber != null && number != null) {
            groups.add(new SubOrder(subNumber, number, subtotal));
        }
    }
}
