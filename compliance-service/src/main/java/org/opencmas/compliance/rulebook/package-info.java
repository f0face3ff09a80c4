/** Shows the rule book to anyone: what is asked of an order, where it is written, how open points are read. */
@NullMarked
package org.opencmas.compliance.rulebook;

import org.jspecify.annotations.NullMarked;
