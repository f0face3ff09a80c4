package org.opencmas.compliance.ordercheck.rule;

/** One requirement on an order. */
public interface OrderRule extends Rule<OrderFacts> {}
