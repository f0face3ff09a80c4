/** Checks orders against the rules of the CMAS program and keeps a receipt of each evaluation. */
@NullMarked
package org.opencmas.compliance;

import org.jspecify.annotations.NullMarked;
