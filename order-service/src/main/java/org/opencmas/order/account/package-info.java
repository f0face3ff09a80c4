/**
 * What may be paid on an order: the balances of what was accepted, paid and withheld, the terms of progress payments, the bonds, and the
 * one operation that all changes of them pass through. Receipts, invoices and payments themselves are features beside it.
 */
@NullMarked
package org.opencmas.order.account;

import org.jspecify.annotations.NullMarked;
