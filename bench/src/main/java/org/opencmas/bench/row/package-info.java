/** One class for each row of the table; {@link org.opencmas.bench.row.Rows} lists them in the order in which they are measured. */
@NullMarked
package org.opencmas.bench.row;

import org.jspecify.annotations.NullMarked;
