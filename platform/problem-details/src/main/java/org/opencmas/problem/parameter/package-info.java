/**
 * Refuses what the path, the query or a header holds that an operation does not take, before the operation begins.
 */
@NullMarked
package org.opencmas.problem.parameter;

import org.jspecify.annotations.NullMarked;
