/** Superseded versions of the rules on an order as a whole; those in force are in {@code rule.order}. */
@NullMarked
package org.opencmas.compliance.rule.superseded.order;

import org.jspecify.annotations.NullMarked;
