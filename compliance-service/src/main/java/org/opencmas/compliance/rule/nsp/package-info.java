/**
 * The chapter on Not Specifically Priced items (NSP-...): how much of an order they may be, what they need, how they are marked. One class
 * for each requirement, one table of their texts, one list; what is excluded as an NSP item is {@code excluded}.
 *
 * <p>Not here: what an order is ({@code purchaseorder}), and how rules are asked ({@code rule}).
 */
@NullMarked
package org.opencmas.compliance.rule.nsp;

import org.jspecify.annotations.NullMarked;
