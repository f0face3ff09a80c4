package org.opencmas.orderbody;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.NewOrder.NewLine;
import org.opencmas.orderbody.OrderLine.Heading;
import org.opencmas.orderbody.OrderLine.Item;
import org.opencmas.orderbody.OrderLine.Nature;
import org.opencmas.orderbody.OrderLine.Price;
import org.opencmas.orderbody.OrderLine.Support;
import org.opencmas.orderbody.particulars.ParticularsReader;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/** Reads the lines of a sent order; once they are read it knows their ids for whatever else in the body names a line. */
final class OrderLinesReader {
    /** The most that a line, an order or any other amount in a body can be worth, inclusive. */
    private static final Usd MAX_AMOUNT = Usd.of("999999999999.99");

    private static final int UNIT_PRICE_DECIMALS = 6;

    /** Most bytes of the lines as they are stored, inclusive. */
    private static final int MAX_LINES_BYTES = 3_000_000;
    /** What a stored line has beside its longer texts: its other fields and their names, at most. */
    private static final int BYTES_BESIDE_TEXTS = 600;

    /** Stands where a number is at fault; the fault keeps it from being used. */
    private static final CmasNumber NO_NUMBER = CmasNumber.parse("3-00-00-0000A");

    private final @Nullable List<@Nullable NewLine> sent;
    private final FieldReader fields;
    private final ParticularsReader particulars;

    /** The lines' ids as they spell them, by their keys. */
    private final Map<String, String> lineIds = new HashMap<>();

    private long bytesOfLines;

    OrderLinesReader(@Nullable List<@Nullable NewLine> sent, FieldReader fields, ParticularsReader particulars) {
        this.sent = sent;
        this.fields = fields;
        this.particulars = particulars;
    }

    /** Whether a line has the id, however it is spelled. */
    boolean isKnown(String lineId) {
        return lineIds.containsKey(Identifier.keyOf(lineId));
    }

    private void noteIds() {
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

    /**
     * The lines that are read, with the faults of each noted, and of all together.
     *
     * @param taxAndFreight what is paid beside them, which counts towards the most that an order can be worth
     */
    List<OrderLine> read(Usd taxAndFreight) {
        noteIds();
        if (sent == null || sent.isEmpty()) {
            fields.fault("/lines", "is missing or empty", "An order has at least one line.");
            return List.of();
        }
        List<OrderLine> read = new ArrayList<>(Math.min(sent.size(), NewOrder.MAX_LINES));
        fields.each("/lines", sent, NewOrder.MAX_LINES, (at, line) -> read.add(line(at, line)));
        checkTotal(read, taxAndFreight);
        checkSize();
        return read;
    }

    private OrderLine line(String at, NewLine line) {
        CmasNumber number = Objects.requireNonNullElse(cmasNumber(at + "/cmasNumber", line.cmasNumber()), NO_NUMBER);
        int faultsBefore = fields.faultCount();
        BigDecimal quantity = fields.quantity(at + "/quantity", line.quantity());
        Usd unitPrice = fields.money(at + "/unitPrice", line.unitPrice(), UNIT_PRICE_DECIMALS);
        Price price = Price.of(quantity, unitPrice);
        if (fields.faultCount() == faultsBefore) {
            checkAmount(at + "/amount", line.amount(), price);
        } else if (line.amount() != null) {
            fields.money(at + "/amount", line.amount(), OrderBodyReader.CENTS);
        }
        String lineId = fields.identifier(at + "/lineId", line.lineId(), 40);
        bytesOfLines += BYTES_BESIDE_TEXTS;
        return new OrderLine(
                new Heading(
                        lineId,
                        number,
                        number.canonical().equals(number.raw()) ? null : number.raw(),
                        Boolean.TRUE.equals(line.nsp())),
                item(at, line),
                price,
                nature(at, line),
                new Support(
                        supportedLines(at + "/supportsLineIds", line.supportsLineIds(), lineId),
                        counted(fields.optionalText(at + "/nspReason", line.nspReason(), 1000))),
                counted(fields.optionalText(at + "/orderToLocation", line.orderToLocation(), 400)),
                particulars.coding(at + "/coding", line.coding()));
    }

    private Item item(String at, NewLine line) {
        return new Item(
                counted(fields.optionalIdentifier(at + "/itemId", line.itemId(), 100)),
                text(at + "/description", line.description(), 1000),
                counted(fields.optionalText(at + "/manufacturer", line.manufacturer(), 100)),
                fields.text(at + "/unit", line.unit(), 40));
    }

    private Nature nature(String at, NewLine line) {
        return new Nature(
                fields.choice(at + "/kind", line.kind(), LineKind.GOODS),
                line.serviceCategory() == null
                        ? null
                        : fields.choice(at + "/serviceCategory", line.serviceCategory(), ServiceCategory.OTHER),
                Boolean.TRUE.equals(line.lumpSum()),
                Boolean.TRUE.equals(line.publicWorks()));
    }

    private String text(String at, @Nullable String sent, int longest) {
        String text = fields.text(at, sent, longest);
        counted(text);
        return text;
    }

    private List<String> supportedLines(String at, @Nullable List<@Nullable String> sent, String lineId) {
        List<String> supported = named(at, sent, lineId);
        supported.forEach(this::counted);
        return supported;
    }

    /** The text, counted with what the lines weigh in an event. */
    private @Nullable String counted(@Nullable String text) {
        bytesOfLines += bytes(text);
        return text;
    }

    @Nullable
    CmasNumber cmasNumber(String at, @Nullable String sent) {
        return fields.value(at, sent, "is no CMAS number", CmasNumber::parse);
    }

    private void checkAmount(String at, @Nullable String sent, Price price) {
        Usd computed = price.amount();
        String product = price.quantity().toPlainString() + " x " + price.unitPrice();
        if (computed.isZero() && !price.unitPrice().isZero()) {
            fields.fault(
                    at,
                    product + " is less than half a cent and would be 0.00",
                    "Order in a larger unit, or at a price of 0.00.");
        } else if (!computed.isAtMost(MAX_AMOUNT)) {
            fields.fault(at, product + " is more than " + MAX_AMOUNT + ", the most that a line can be worth");
        } else if (sent != null) {
            int faultsBefore = fields.faultCount();
            Usd amount = fields.money(at, sent, OrderBodyReader.CENTS);
            if (fields.faultCount() == faultsBefore && !amount.equals(computed)) {
                fields.fault(
                        at,
                        FieldReader.shortened(sent) + " is not quantity times unit price: " + product + " is "
                                + computed,
                        "Send " + computed + " or leave it out.");
            }
        }
    }

    /** An order whose amounts are at fault has no worth. */
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
    List<String> named(String at, @Nullable List<@Nullable String> sent, @Nullable String own) {
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
}
