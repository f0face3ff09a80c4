/**
 * The chapter on leases (LSE-...), on an order and when one is ended early: one class for each requirement, one table of their texts, one list for each subject.
 *
 * <p>Not here: what an order is ({@code purchaseorder}), and how rules are asked ({@code rule}).
 */
@NullMarked
package org.opencmas.compliance.rule.lease;

import org.jspecify.annotations.NullMarked;
