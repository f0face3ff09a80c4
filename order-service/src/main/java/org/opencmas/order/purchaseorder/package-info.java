/**
 * The purchase order: the aggregate with its versions, the table of what may follow what, and what one act did to it.
 *
 * <p>It knows its document and what was said at its acts, and nothing about how it is sent, stored, decided or shown: those are
 * the packages beside it, each of which knows this one. An order is sent to {@code placing}, changed by {@code acts}, decided by
 * {@code decision} and read by {@code reading}; {@code intake} reads what clients send and {@code store} keeps the rows.
 *
 * <p>Whether an order is lawful is not decided here: compliance judges every submitted version, and this service follows its
 * decision.
 */
@NullMarked
package org.opencmas.order.purchaseorder;

import org.jspecify.annotations.NullMarked;
