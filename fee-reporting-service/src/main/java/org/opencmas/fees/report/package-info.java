/**
 * The contractor's quarterly report: pre-filled to the cent from the ledger, filed once, and from then on read for ever as it
 * was first issued.
 */
@NullMarked
package org.opencmas.fees.report;

import org.jspecify.annotations.NullMarked;
