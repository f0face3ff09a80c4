/**
 * Checks orders: gathers the facts, asks the rule book, and for a submitted order keeps the receipt and tells the decision.
 *
 * <p>A dry run ({@code POST /v1/order-checks}) and a submitted order ({@code order.submitted.v1}) take the same way through
 * {@link org.opencmas.compliance.ordercheck.GatherFacts} and the rule book; only what becomes of the answer differs. Plain JDBC with
 * few prepared statements, since this is the hot path: however many orders come together, where the copies stand, the prices, the receipts
 * and the events are one statement each, and agencies, contractors, agreements and figures are read again only when one of them was
 * changed ({@link org.opencmas.compliance.ordercheck.Remembered} says why that is safe).
 *
 * <p>Not here: the rules themselves ({@code rule}), and how the copies are kept ({@code copy}).
 */
@NullMarked
package org.opencmas.compliance.ordercheck;

import org.jspecify.annotations.NullMarked;
