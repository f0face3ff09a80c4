package org.opencmas.compliance.ordercheck;

import java.time.LocalDate;
import org.opencmas.compliance.ordercheck.rule.Order;

/**
 * An order to judge.
 *
 * @param receivedOn the day it reached the suite, in California
 */
record ReceivedOrder(Order order, LocalDate receivedOn) {}
