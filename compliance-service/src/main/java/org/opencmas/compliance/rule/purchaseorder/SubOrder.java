package org.opencmas.compliance.rule.purchaseorder;

import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/**
 * The lines of one CMAS on an order, as the order labels them.
 *
 * @param subNumber n of "Sub #n"
 * @param cmas the CMAS of the group
 * @param subtotalExcludingTax what the order prints as the group's subtotal, US dollars, without tax and freight
 */
public record SubOrder(int subNumber, CmasNumber cmas, Usd subtotalExcludingTax) {}
