/**
 * Reads a price list out of a file, CSV or a workbook, row by row. What a row is and what is wrong with it is in {@code row}. Stores nothing.
 */
@NullMarked
package org.opencmas.registry.pricelist.file;

import org.jspecify.annotations.NullMarked;
