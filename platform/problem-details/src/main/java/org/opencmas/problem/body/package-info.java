/**
 * Reads JSON bodies strictly and names every fault of one at once. What a body means to a feature is for {@link
 * org.opencmas.problem.body.CheckedBody} and {@link org.opencmas.problem.body.FieldReader} to say; nothing is stored here.
 */
@NullMarked
package org.opencmas.problem.body;

import org.jspecify.annotations.NullMarked;
