/** Settlements of what was due before the suite began: what would be settled, by whom it was proposed, and the second person who approves. */
@NullMarked
package org.opencmas.console.settlement;

import org.jspecify.annotations.NullMarked;
