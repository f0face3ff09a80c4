/** Compliance reviews: plan, sample, findings and the orders looked at. */
@NullMarked
package org.opencmas.console.review;

import org.jspecify.annotations.NullMarked;
