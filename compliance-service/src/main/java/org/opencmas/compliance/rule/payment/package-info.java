/**
 * The chapter on invoices and payments (PAY-..., and travel at the invoice): one class for each requirement, one table of their texts, and a
 * list for each of the two books. Payment in advance and payment by CAL-Card have packages and tables of their own beneath.
 *
 * <p>Not here: invoices as they are kept and paid; progress payments ({@code progresspayment}) and the tax on maintenance ({@code tax}).
 */
@NullMarked
package org.opencmas.compliance.rule.payment;

import org.jspecify.annotations.NullMarked;
