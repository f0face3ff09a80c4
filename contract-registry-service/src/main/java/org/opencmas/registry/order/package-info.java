/**
 * Which orders lie under an agreement, copied from what the order service tells. It decides nothing: a supplement's preview says with it
 * which orders are met.
 */
@NullMarked
package org.opencmas.registry.order;

import org.jspecify.annotations.NullMarked;
