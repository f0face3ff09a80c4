/** What a review finds by itself: each check is a small pure function over an order as it is reviewed, and {@link org.opencmas.compliance.review.finding.automatic.AutomaticChecks} lists them. */
@NullMarked
package org.opencmas.compliance.review.finding.automatic;

import org.jspecify.annotations.NullMarked;
