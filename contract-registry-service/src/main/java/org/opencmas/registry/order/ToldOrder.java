package org.opencmas.registry.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The fields read of an order.
 *
 * @param subOrders what each agreement's part comes to, in US dollars without tax and freight
 */
record ToldOrder(
        UUID orderId,
        UUID agencyId,
        String agencyOrderNumber,
        int amendmentNumber,
        LocalDate orderDate,
        List<Part> subOrders) {

    /** The part under one agreement. */
    record Part(String cmasNumber, BigDecimal subtotalExcludingTax) {}
}
