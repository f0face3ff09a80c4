/** The value types of the CMAS program: numbers, money, quarters, kinds of agencies. No I/O and no framework. */
@NullMarked
package org.opencmas.terms;

import org.jspecify.annotations.NullMarked;
