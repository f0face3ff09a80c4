/**
 * Price lists of agreements: taken over from files, looked up as of a date. A list belongs to the original agreement or
 * to one supplement, is published as a whole or not at all, and is never changed afterwards. Finding agreements by the
 * words of their lists is the search package's.
 */
@NullMarked
package org.opencmas.registry.pricelist;

import org.jspecify.annotations.NullMarked;
