/** The case file of a review: its plan, what was found, what persons said, as JSON, page by page, and as a paper. */
@NullMarked
package org.opencmas.compliance.review.casefile;

import org.jspecify.annotations.NullMarked;
