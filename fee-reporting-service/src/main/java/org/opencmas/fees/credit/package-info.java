/**
 * What filings of an agreement left over, and how it leaves an agreement that ended: to another one of the same contractor or back to it,
 * by two persons of DGS (docs/adr/0075). What is added to a credit and used of it follows from filed reports; nothing is worked out here.
 */
@NullMarked
package org.opencmas.fees.credit;

import org.jspecify.annotations.NullMarked;
