/** Superseded versions of the rules on invoices and payments; those in force are in {@code rule.payment}. */
@NullMarked
package org.opencmas.compliance.rule.superseded.payment;

import org.jspecify.annotations.NullMarked;
