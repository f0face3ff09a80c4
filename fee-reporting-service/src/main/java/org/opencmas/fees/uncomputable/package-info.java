/**
 * The orders whose fee cannot be worked out yet, with why and what would mend it. They are kept by the ledger; nothing is decided
 * here.
 */
@NullMarked
package org.opencmas.fees.uncomputable;

import org.jspecify.annotations.NullMarked;
