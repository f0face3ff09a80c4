/** Sales and fees by quarter, agency type and contractor, as bars drawn here from the table beside them. */
@NullMarked
package org.opencmas.console.dashboard;

import org.jspecify.annotations.NullMarked;
