/** One class for each row of the table; {@code Rows}, above, lists them in the order in which they are measured. */
@NullMarked
package org.opencmas.bench.row;

import org.jspecify.annotations.NullMarked;
