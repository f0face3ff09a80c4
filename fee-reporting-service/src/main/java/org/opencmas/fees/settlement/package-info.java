/**
 * Settles in bulk what was owed before the suite began, with a reason and by two persons (ADR 49): so that a list of what is overdue shows
 * what can still be had. Nothing is filed or paid by it, and an order that turns up later makes its report overdue again.
 */
@NullMarked
package org.opencmas.fees.settlement;

import org.jspecify.annotations.NullMarked;
