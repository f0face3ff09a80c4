/**
 * The chapter on the terms of an order (ORD-...): delivery, clauses, travel, what the copy of a CMAS says. One class for each requirement, one table\n * of their texts, one list.
 *
 * <p>Not here: what an order is ({@code purchaseorder}), and how rules are asked ({@code rule}).
 */
@NullMarked
package org.opencmas.compliance.rule.terms;

import org.jspecify.annotations.NullMarked;
