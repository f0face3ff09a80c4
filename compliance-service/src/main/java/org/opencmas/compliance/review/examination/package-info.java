/**
 * Carries a planned review out: reads the contractor's orders page by page, chooses the sample, looks at each order of it, and at the
 * reports. A job that any instance goes on with after the last page that was committed; a page is all that it holds in memory.
 */
@NullMarked
package org.opencmas.compliance.review.examination;

import org.jspecify.annotations.NullMarked;
