/** One invoice as it stands: its versions, its states and what leads from one to the next, and the clock of prompt payment. */
@NullMarked
package org.opencmas.order.invoice.document;

import org.jspecify.annotations.NullMarked;
