/** The dated figures of the rules, of fees and of due dates in one shape: proposed by one person of DGS, made to count by another. */
@NullMarked
package org.opencmas.console.figure;

import org.jspecify.annotations.NullMarked;
