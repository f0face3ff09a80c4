/** Copies of another service's things, kept by version: no older one replaces a newer one, and a gap is noticed. */
@NullMarked
package org.opencmas.journal.copy;

import org.jspecify.annotations.NullMarked;
