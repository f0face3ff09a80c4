/** Best value over HTTP: the sample criteria, the steps towards it, the determination, and the draft order that follows. */
@NullMarked
package org.opencmas.order.requestforoffer.bestvalue;

import org.jspecify.annotations.NullMarked;
