/** Writing an order or an amendment: lines, the live check against the rules, attestations in place, saving and submitting. */
@NullMarked
package org.opencmas.console.draft;

import org.jspecify.annotations.NullMarked;
