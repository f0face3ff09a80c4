/**
 * The chapter on invoices and payments (PAY-...): one class for each requirement, one table of their texts, one list.
 *
 * <p>Not here: invoices as they are kept and paid.
 */
@NullMarked
package org.opencmas.compliance.rule.payment;

import org.jspecify.annotations.NullMarked;
