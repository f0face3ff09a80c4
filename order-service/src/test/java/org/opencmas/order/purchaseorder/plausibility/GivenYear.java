package org.opencmas.order.purchaseorder.plausibility;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.PurchaseOrder;
import org.opencmas.order.purchaseorder.document.GivenLine;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderBody.Declared;
import org.opencmas.orderbody.OrderBody.PaymentMethod;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.terms.Usd;

/**
 * An agency's orders of two months, the same for the same seed: a price list of 40 items from $4 to $8,000, prices that drift by up to a
 * tenth, orders of one to five lines with no tax or 7.25 to 10.25% of it.
 */
final class GivenYear {
    static final LocalDate DAY = LocalDate.parse("2026-03-02");
    static final int SLIPS = 7;

    private static final Act ACT = new Act(Instant.parse("2026-03-02T18:00:00Z"), "buyer", "r1");

    /** An item of a price list: what it is called and what it costs. */
    record Item(String id, String unit, BigDecimal price) {}

    final List<PastOrder> past = new ArrayList<>();
    final List<Item> items = new ArrayList<>();
    private final Random random;
    private int number = 117;

    GivenYear(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            double price = Math.exp(Math.log(4) + random.nextDouble() * Math.log(2000));
            items.add(new Item(
                    "SKU-" + (char) ('A' + i % 26) + i, random.nextInt(4) == 0 ? "Hour" : "each", cents(price)));
        }
        for (int i = 0; i < 60; i++) {
            List<OrderLine> lines = lines(i % 40);
            past.add(new PastOrder(order(nextNumber(), DAY.minusDays(60 - i), tax(lines), lines), true));
        }
    }

    private static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    private String nextNumber() {
        return "PO-2026-00" + number++;
    }

    private List<OrderLine> lines(int first) {
        List<OrderLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            Item item = items.get(i == 0 ? first : random.nextInt(items.size()));
            double price = item.price().doubleValue() * (0.9 + random.nextDouble() * 0.2);
            BigDecimal quantity = item.unit().equals("Hour") && random.nextInt(3) == 0
                    ? new BigDecimal(5 + random.nextInt(400)).divide(new BigDecimal(2))
                    : new BigDecimal(1 + random.nextInt(random.nextInt(5) == 0 ? 500 : 40));
            lines.add(line(i + 1, item, quantity, cents(price)));
        }
        return lines;
    }

    private Usd tax(List<OrderLine> lines) {
        double rate = random.nextInt(5) == 0 ? 0 : 0.0725 + random.nextDouble() * 0.03;
        return subtotal(lines).times(BigDecimal.valueOf(rate)).cents(RoundingMode.HALF_UP);
    }

    private static Usd subtotal(List<OrderLine> lines) {
        return Usd.sum(lines.stream().map(OrderLine::amount).toList());
    }

    /** An order as it is meant. */
    OrderDocument meant() {
        List<OrderLine> lines = lines(random.nextInt(items.size()));
        return order(nextNumber(), DAY, tax(lines), lines);
    }

    /** An order with one slip in it: 0 telephone, 1 ZIP, 2 point to the right, 3 to the left, 4 swapped, 5 code, 6 tax; 7 sent twice. */
    OrderDocument slipped(int slip) {
        List<OrderLine> lines = new ArrayList<>(lines(random.nextInt(items.size())));
        Usd tax = tax(lines);
        String orderNumber = slip == 5 ? "PO-" + (400_000 + random.nextInt(500_000)) : nextNumber();
        if (slip == 6) {
            return order(
                    orderNumber,
                    DAY,
                    subtotal(lines).times(new BigDecimal("0.85")).cents(RoundingMode.HALF_UP),
                    lines);
        }
        if (slip == 7) {
            OrderDocument twin = past.getLast().document();
            return order(
                    orderNumber,
                    DAY,
                    twin.amounts().tax(),
                    twin.lines().stream().map(OrderDocument.Line::ordered).toList());
        }
        int at = random.nextInt(lines.size());
        OrderLine line = lines.get(at);
        BigDecimal price = line.unitPrice().amount();
        BigDecimal wrong = switch (slip) {
            case 0 -> new BigDecimal((209 + random.nextInt(700)) + "555" + (1000 + random.nextInt(9000)));
            case 1 -> new BigDecimal(90_001 + random.nextInt(6_000));
            case 2 -> price.movePointRight(1 + random.nextInt(3));
            case 3 -> price.movePointLeft(1).setScale(2, RoundingMode.HALF_UP);
            case 4 -> line.quantity();
            default -> new BigDecimal(orderNumber.substring(3));
        };
        var item = new Item(line.itemId(), line.unit(), price);
        lines.set(at, line(at + 1, item, slip == 4 ? price : line.quantity(), wrong));
        return order(orderNumber, DAY, tax, lines);
    }

    static OrderLine line(int id, Item item, BigDecimal quantity, BigDecimal price) {
        return GivenLine.of(Integer.toString(id))
                .item(item.id())
                .described("Item " + item.id())
                .unit(item.unit())
                .quantity(quantity)
                .costing(Usd.of(price))
                .build();
    }

    static OrderDocument order(String number, LocalDate day, Usd tax, List<OrderLine> lines) {
        var body = new OrderBody(
                new UUID(2, 2),
                number,
                day,
                new UUID(1, 1),
                null,
                PaymentMethod.INVOICE,
                tax,
                Usd.ZERO,
                lines,
                null,
                List.of(),
                Declared.NOTHING,
                null,
                null,
                null);
        return PurchaseOrder.place(UUID.randomUUID(), body, false, ACT).latest().document();
    }
}
