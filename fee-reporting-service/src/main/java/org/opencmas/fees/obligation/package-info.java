/**
 * Which quarterly reports are expected from which agreement, and whether each is open, due, overdue or filed. What a report
 * says is the report package's.
 */
@NullMarked
package org.opencmas.fees.obligation;

import org.jspecify.annotations.NullMarked;
