/**
 * Orders as they are shown: one, a list, one version, the history, each to the callers that may see it. Nothing here changes an order.
 */
@NullMarked
package org.opencmas.order.purchaseorder.reading;

import org.jspecify.annotations.NullMarked;
