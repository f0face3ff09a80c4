/** How figures, days, codes and tables are written for a reader. */
@NullMarked
package org.opencmas.console.frame.text;

import org.jspecify.annotations.NullMarked;
