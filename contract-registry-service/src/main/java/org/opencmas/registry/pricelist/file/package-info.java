/**
 * Reads a price list out of a file in CSV, row by row, and collects the faults of its rows. Stores nothing.
 */
@NullMarked
package org.opencmas.registry.pricelist.file;

import org.jspecify.annotations.NullMarked;
