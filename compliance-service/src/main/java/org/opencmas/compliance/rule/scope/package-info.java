/**
 * The chapter on what the program covers (SCO-...): one class for each requirement, one table of their texts, one list.
 *
 * <p>Not here: what an order is ({@code purchaseorder}), and how rules are asked ({@code rule}).
 */
@NullMarked
package org.opencmas.compliance.rule.scope;

import org.jspecify.annotations.NullMarked;
