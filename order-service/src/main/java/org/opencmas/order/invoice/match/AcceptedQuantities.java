package org.opencmas.order.invoice.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.receipt.Receipt;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Usd;

/**
 * What was received of each line of an order and by when how much was accepted, added up once: an order may have hundreds of receipts of a
 * thousand lines, and each line of each invoice asks.
 */
final class AcceptedQuantities {
    private final Map<String, BigDecimal> received = new HashMap<>();
    private final Map<String, List<Accepted>> accepted = new HashMap<>();
    private final @Nullable LocalDate firstDay;

    /** @param quantity all that was accepted of a line through that day's receipt */
    private record Accepted(LocalDate on, BigDecimal quantity) {}

    /** @param receipts those that were not replaced */
    AcceptedQuantities(List<Receipt> receipts) {
        receipts.forEach(receipt -> receipt.lines()
                .forEach(line ->
                        received.merge(Identifier.keyOf(line.lineId()), line.quantityReceived(), BigDecimal::add)));
        List<Receipt> inOrder = receipts.stream()
                .filter(receipt -> receipt.acceptedOn() != null)
                .sorted(Comparator.comparing(Receipt::acceptedOn))
                .toList();
        inOrder.forEach(this::add);
        firstDay = inOrder.isEmpty() ? null : inOrder.getFirst().acceptedOn();
    }

    private void add(Receipt receipt) {
        LocalDate day = receipt.acceptedOn();
        if (day == null) {
            return;
        }
        for (Receipt.Line line : receipt.lines()) {
            List<Accepted> before = accepted.computeIfAbsent(Identifier.keyOf(line.lineId()), any -> new ArrayList<>());
            BigDecimal sum =
                    before.isEmpty() ? BigDecimal.ZERO : before.getLast().quantity();
            before.add(new Accepted(day, sum.add(line.quantityAccepted())));
        }
    }

    /** The quantity of the line that was received. */
    BigDecimal received(String key) {
        return received.getOrDefault(key, BigDecimal.ZERO);
    }

    /** The first day on which as much of the line was accepted as is worth that amount; null before. What costs nothing waits for any receipt. */
    @Nullable
    LocalDate on(String key, Usd unitPrice, Usd worth) {
        if (worth.isZero()) {
            return firstDay;
        }
        return accepted.getOrDefault(key, List.of()).stream()
                .filter(one -> worth.isAtMost(unitPrice.times(one.quantity()).roundedHalfUp()))
                .map(Accepted::on)
                .findFirst()
                .orElse(null);
    }
}
