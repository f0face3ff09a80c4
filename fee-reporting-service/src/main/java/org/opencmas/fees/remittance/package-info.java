/**
 * Payments of contractors: recorded with their reference, allocated to the fees of filed reports, refunded by two persons of DGS, all in
 * double entry and never edited. What is due is the ledger's; nothing is worked out here.
 */
@NullMarked
package org.opencmas.fees.remittance;

import org.jspecify.annotations.NullMarked;
