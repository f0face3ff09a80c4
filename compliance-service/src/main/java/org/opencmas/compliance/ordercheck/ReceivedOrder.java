package org.opencmas.compliance.ordercheck;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.purchaseorder.Order;

/**
 * An order to judge.
 *
 * @param documentVersion which version of the order it is; null when it is only checked
 * @param receivedOn the day it reached the suite, in California
 */
record ReceivedOrder(
        Order order, LocalDate receivedOn, @Nullable Integer documentVersion) {}
