/**
 * A contractor's report as a file: the template, the reading of CSV and XLSX with every fault row by row, and the file given back with its
 * faults beside the rows. Pure: which orders the ledger has is not known here.
 */
@NullMarked
package org.opencmas.fees.upload;

import org.jspecify.annotations.NullMarked;
