package org.opencmas.order.purchaseorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.opencmas.order.purchaseorder.OrderVersion.Act;
import org.opencmas.order.purchaseorder.document.AmendmentReason;
import org.opencmas.order.purchaseorder.document.GivenLine;
import org.opencmas.order.purchaseorder.document.OrderDocument.Amendment;
import org.opencmas.orderbody.OrderBody;
import org.opencmas.orderbody.OrderBody.Declared;
import org.opencmas.orderbody.OrderBody.PaymentMethod;
import org.opencmas.orderbody.OrderLine;
import org.opencmas.orderbody.delivery.Delivery;
import org.opencmas.terms.Usd;

/** Issued orders and amendments of them, at random but the same for the same seed. */
public final class RandomAmendments {
    private static final List<String> AGREEMENTS = List.of("4-06-78-0031A", "4-06-78-0031B", "4-99-00-0271A");
    private static final Act ACT = new Act(Instant.parse("2026-03-02T18:00:00Z"), "buyer", "r1");
    private static final LocalDate ORDERED = LocalDate.parse("2026-03-02");

    private final Random random;
    private final UUID orderId;
    private final UUID agency;
    private final UUID contractor;

    public RandomAmendments(long seed) {
        this(seed, new UUID(1, seed), new UUID(2, seed), new UUID(3, seed));
    }

    /** The same of an order that is stored. */
    public RandomAmendments(long seed, UUID orderId, UUID agency, UUID contractor) {
        random = new Random(seed);
        this.orderId = orderId;
        this.agency = agency;
        this.contractor = contractor;
    }

    public OrderBody order() {
        List<OrderLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int i = 1; i <= count; i++) {
            lines.add(line(Integer.toString(i)));
        }
        return body(lines, Usd.of("1.00"), Usd.of("2.00"), null);
    }

    private OrderLine line(String id) {
        return line(
                id,
                AGREEMENTS.get(random.nextInt(AGREEMENTS.size())),
                "Item " + random.nextInt(5),
                new BigDecimal(1 + random.nextInt(50)),
                Usd.of(new BigDecimal(1 + random.nextInt(1_000_000)).movePointLeft(2)));
    }

    private static OrderLine line(String id, String number, String description, BigDecimal quantity, Usd unitPrice) {
        return GivenLine.of(id)
                .on(number)
                .described(description)
                .quantity(quantity)
                .costing(unitPrice)
                .build();
    }

    private OrderBody body(List<OrderLine> lines, Usd tax, Usd freight, Delivery delivery) {
        return new OrderBody(
                agency,
                "PO-1",
                ORDERED,
                contractor,
                null,
                PaymentMethod.INVOICE,
                tax,
                freight,
                lines,
                null,
                List.of(),
                Declared.NOTHING,
                delivery,
                null,
                null);
    }

    /** The order as it was issued; each call makes one of its own. */
    public PurchaseOrder issued(OrderBody content) {
        PurchaseOrder order = PurchaseOrder.place(orderId, content, false, ACT);
        order.decide(new Decision(new UUID(4, 4), orderId, 1, Decision.Outcome.ISSUE, List.of(), ACT.at()));
        return order;
    }

    /** The order with any of its lines changed, dropped, added or moved, and any of its header. */
    public OrderBody amended(OrderBody before) {
        List<OrderLine> lines = new ArrayList<>();
        for (OrderLine line : before.lines()) {
            switch (random.nextInt(7)) {
                case 0 -> {
                    // falls away
                }
                case 1 -> lines.add(changed(line, line.quantity().add(BigDecimal.ONE), line.unitPrice()));
                case 2 ->
                    lines.add(changed(line, line.quantity(), line.unitPrice().plus(Usd.of("0.01"))));
                case 3 ->
                    lines.add(line(
                            line.lineId(),
                            AGREEMENTS.get(random.nextInt(3)),
                            "Item " + random.nextInt(5),
                            line.quantity(),
                            line.unitPrice()));
                default -> lines.add(line);
            }
        }
        int added = random.nextInt(3);
        for (int i = 0; i < added || lines.isEmpty(); i++) {
            lines.add(random.nextInt(lines.size() + 1), line("n" + i));
        }
        Usd tax = random.nextInt(3) == 0 ? Usd.of("7.50") : before.tax();
        Usd freight = random.nextInt(3) == 0 ? Usd.ZERO : before.freight();
        Delivery delivery = random.nextInt(3) == 0 ? new Delivery(ORDERED.plusDays(30), null, null) : before.delivery();
        return body(lines, tax, freight, delivery);
    }

    private static OrderLine changed(OrderLine line, BigDecimal quantity, Usd unitPrice) {
        return line(line.lineId(), line.cmasNumber().canonical(), line.description(), quantity, unitPrice);
    }

    public static Amendment first() {
        return new Amendment(1, ORDERED.plusDays(1), "why", null, AmendmentReason.OTHER, null);
    }

    public static Act act() {
        return ACT;
    }
}
