package org.opencmas.fees.ledger.sales;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.opencmas.fees.facts.OrderPart;
import org.opencmas.fees.ledger.sales.SaleBook.Entered;
import org.opencmas.fees.ledger.worth.FeeFacts;
import org.opencmas.fees.ledger.worth.Worth;
import org.opencmas.journal.ReceivedEvent;

/**
 * Enters the difference between what was bought of orders' parts and what was entered of them before; nothing when both agree, so an
 * event handled twice enters nothing.
 */
@ApplicationScoped
public class EnterSales {
    private final SaleBook book;

    EnterSales(SaleBook book) {
        this.book = book;
    }

    /** A part of an order with what its fee comes to. */
    public record Valued(FeeFacts facts, Worth worth) {}

    /**
     * Enters in the connection's transaction, which has locked the ledger, in the order of the parts.
     *
     * @param causeOf the event on whose account a part is entered
     */
    public void enter(
            Connection connection,
            SequencedMap<OrderPart, Valued> parts,
            Function<OrderPart, ReceivedEvent> causeOf,
            Instant now)
            throws SQLException {
        if (parts.isEmpty()) {
            return;
        }
        Map<OrderPart, Entered> entered = book.entered(
                connection, parts.keySet().stream().map(OrderPart::orderId).collect(toSet()));
        List<SaleBook.Entry> entries = new ArrayList<>();
        parts.forEach((part, valued) -> entries.addAll(differences(
                part,
                entered.getOrDefault(part, Entered.NOTHING),
                SalesFromScratch.of(valued.facts, valued.worth),
                causeOf.apply(part),
                now)));
        book.add(connection, entries);
    }

    private static List<SaleBook.Entry> differences(
            OrderPart part, Entered before, Map<SaleDimension, SaleAmount> sales, ReceivedEvent cause, Instant now) {
        Set<SaleDimension> dimensions = new LinkedHashSet<>(before.amounts().keySet());
        dimensions.addAll(sales.keySet());
        List<SaleBook.Entry> entries = new ArrayList<>();
        int number = before.lastNumber();
        for (SaleDimension dimension : dimensions) {
            SaleAmount difference = sales.getOrDefault(dimension, SaleAmount.ZERO)
                    .minus(before.amounts().getOrDefault(dimension, SaleAmount.ZERO));
            if (!difference.equals(SaleAmount.ZERO)) {
                entries.add(new SaleBook.Entry(part, ++number, dimension, difference, cause.id(), now));
            }
        }
        return entries;
    }
}
