/**
 * The second person's act that makes a dated figure count, and what follows from it: orders that bear another rate are posted again,
 * expected reports get another due date. The figures themselves are beside what uses them.
 */
@NullMarked
package org.opencmas.fees.figure;

import org.jspecify.annotations.NullMarked;
