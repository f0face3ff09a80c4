package org.opencmas.order.invoice.match;

import java.util.Map;
import org.opencmas.order.purchaseorder.document.OrderDocument.TradedIn;
import org.opencmas.terms.Usd;

/**
 * What earlier invoices of the order bill, those that are disputed left out.
 *
 * @param lines by the key of the order's line
 * @param tradeIns what they subtract, by the key of the description
 * @param tax US dollars
 * @param freight US dollars
 */
public record BilledBefore(Map<String, Line> lines, Map<String, TradedIn> tradeIns, Usd tax, Usd freight) {
    static final BilledBefore NOTHING = new BilledBefore(Map.of(), Map.of(), Usd.ZERO, Usd.ZERO);

    public BilledBefore {
        lines = Map.copyOf(lines);
        tradeIns = Map.copyOf(tradeIns);
    }

    /**
     * Of one line of the order.
     *
     * @param billed US dollars without tax
     * @param asAccepted what of it is not billed in advance, US dollars
     * @param hasWarranty whether a warranty was billed in advance on it
     */
    public record Line(Usd billed, Usd asAccepted, boolean hasWarranty) {}
}
