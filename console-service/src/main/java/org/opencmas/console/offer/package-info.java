/** Requests for offer: what is asked, whom, what they answered side by side, and which answer is best value. */
@NullMarked
package org.opencmas.console.offer;

import org.jspecify.annotations.NullMarked;
