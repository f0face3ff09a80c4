package org.opencmas.fees.ledger;

import java.util.Map;
import java.util.UUID;
import org.opencmas.fees.facts.OrderPart;

/**
 * What was posted so far for some orders.
 *
 * @param amounts by part and dimension; a part without postings is absent
 * @param lastNumbers by order, the number of its latest posting; an order without postings is absent
 */
public record Posted(Map<OrderPart, Map<Dimension, Amount>> amounts, Map<UUID, Integer> lastNumbers) {
    public Map<Dimension, Amount> of(OrderPart part) {
        return amounts.getOrDefault(part, Map.of());
    }
}
