/**
 * A row of a price list and what is wrong with it: which cell is which, the line that it makes, and the faults of all rows.
 */
@NullMarked
package org.opencmas.registry.pricelist.row;

import org.jspecify.annotations.NullMarked;
