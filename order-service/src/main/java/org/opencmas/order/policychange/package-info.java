/**
 * Changes of an agency's own policy that do not hold at once: those for a later day, and those that loosen a control, which a second person confirms.
 *
 * <p>Not here: what a policy says, and the policies that were adopted ({@code agency}).
 */
@NullMarked
package org.opencmas.order.policychange;

import org.jspecify.annotations.NullMarked;
