/**
 * Agreements: their terms as the original and each supplement leave them, their options, codes, base contract and
 * status. What their price lists hold is the pricelist package's; finding them is the search package's.
 */
@NullMarked
package org.opencmas.registry.agreement;

import org.jspecify.annotations.NullMarked;
