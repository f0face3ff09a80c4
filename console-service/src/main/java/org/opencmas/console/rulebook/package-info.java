/** The rule book, for reading: each rule with its citation, its limits, and a case on each side of them. */
@NullMarked
package org.opencmas.console.rulebook;

import org.jspecify.annotations.NullMarked;
