/**
 * Contractor compliance reviews of Section 12 of the guide over HTTP: a reviewer plans one, a job examines it, the contractor answers, a
 * second person closes it (CMP-PERIODIC, CMP-CONTRACTOR-3). The agency takes no part. On local agencies' orders everything is for
 * information only (CMP-SCOPE).
 *
 * <p>Not here: the checks ({@code review.finding}), what is kept ({@code review.record}), the job ({@code review.examination}), the case
 * file ({@code review.casefile}).
 */
@NullMarked
package org.opencmas.compliance.review;

import org.jspecify.annotations.NullMarked;
