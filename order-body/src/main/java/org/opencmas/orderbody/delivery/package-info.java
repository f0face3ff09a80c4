/** When an order is to be fulfilled: as it is sent, read, and kept. */
@NullMarked
package org.opencmas.orderbody.delivery;

import org.jspecify.annotations.NullMarked;
