package org.opencmas.fees.ledger.worth;

import java.util.List;
import java.util.Map;
import org.opencmas.fees.ledger.Amount;
import org.opencmas.fees.ledger.Dimension;

/** What an order's part under one agreement comes to in the ledger, worked out from scratch. */
public sealed interface Worth {
    /**
     * Everything needed was known.
     *
     * @param amounts by dimension; empty when the order bears no incentive fee because a State department bought
     */
    record Known(Map<Dimension, Amount> amounts) implements Worth {
        public Known {
            amounts = Map.copyOf(amounts);
        }

        /** The sum over all dimensions. */
        public Amount total() {
            return amounts.values().stream().reduce(Amount.ZERO, Amount::plus);
        }
    }

    /**
     * Something is not known yet, so nothing can be said; never taken for zero.
     *
     * @param missing what has to arrive, for a person, at least one
     * @param course what the order comes to meanwhile
     */
    record Uncomputable(List<String> missing, OrderCourse course) implements Worth {
        public Uncomputable {
            missing = List.copyOf(missing);
        }
    }
}
