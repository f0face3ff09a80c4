/** What the state machines of the service have in common: a table of acts and states, and which act comes first where another is refused. */
@NullMarked
package org.opencmas.order.lifecycle;

import org.jspecify.annotations.NullMarked;
