/**
 * What a review finds by itself on an order: each check is a small pure function over {@link
 * org.opencmas.compliance.review.finding.ReviewedOrder}, and {@link org.opencmas.compliance.review.finding.automatic.AutomaticChecks} lists them.
 * From what they find follow the answers to the five evidence questions (CMP-EVIDENCE-5).
 *
 * <p>Not here: how orders are chosen and read ({@code review.examination}), what is kept ({@code review.record}).
 */
@NullMarked
package org.opencmas.compliance.review.finding;

import org.jspecify.annotations.NullMarked;
