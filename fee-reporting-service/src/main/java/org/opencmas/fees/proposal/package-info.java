/**
 * What all that one person proposes and another approves has in common: where it stands, and that it may be withdrawn while nobody has
 * approved it. What is proposed, who approves it and what follows are the concern of the features.
 */
@NullMarked
package org.opencmas.fees.proposal;

import org.jspecify.annotations.NullMarked;
