/** Readings taken in turn, the ratios of their medians, and the table and files that show them. */
@NullMarked
package org.opencmas.bench.result;

import org.jspecify.annotations.NullMarked;
