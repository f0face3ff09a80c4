/**
 * The chapter on services on an order (SVC-...): one class for each requirement, one table of their texts, one list for each subject.
 *
 * <p>Not here: what an order is ({@code purchaseorder}), and how rules are asked ({@code rule}).
 */
@NullMarked
package org.opencmas.compliance.rule.services;

import org.jspecify.annotations.NullMarked;
