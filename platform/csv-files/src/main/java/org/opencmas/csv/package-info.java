/**
 * Tables as CSV files: read row by row within limits, never held as a whole, and written so that no cell is a formula. It knows no columns
 * and no answers: what a file is for, and how a refusal of it reads, is its reader's.
 */
@NullMarked
package org.opencmas.csv;

import org.jspecify.annotations.NullMarked;
