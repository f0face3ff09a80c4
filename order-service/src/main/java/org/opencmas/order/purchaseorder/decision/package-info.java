/**
 * The decisions of the rule book: they are followed as their events come, waited for by requests that prefer so, and looked for
 * when one fails to show.
 */
@NullMarked
package org.opencmas.order.purchaseorder.decision;

import org.jspecify.annotations.NullMarked;
