/** Price lists in files: sent, watched while they are taken over, left off, and corrected row by row. */
@NullMarked
package org.opencmas.console.priceimport;

import org.jspecify.annotations.NullMarked;
