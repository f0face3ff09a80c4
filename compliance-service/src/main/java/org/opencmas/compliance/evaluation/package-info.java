/**
 * Judges submitted orders ({@code order.submitted.v1}): the facts are gathered, the rule book is asked, the receipt is kept and the decision
 * is published. A receipt is shown and judged again on request.
 *
 * <p>The receipts and the events of orders that come together are one statement each.
 *
 * <p>Not here: dry runs ({@code check}), gathering ({@code facts}), and the rules themselves ({@code rule}).
 */
@NullMarked
package org.opencmas.compliance.evaluation;

import org.jspecify.annotations.NullMarked;
