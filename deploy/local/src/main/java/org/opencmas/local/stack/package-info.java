/** The running suite as an object: started, watched, shown and stopped in the right order. */
@NullMarked
package org.opencmas.local.stack;

import org.jspecify.annotations.NullMarked;
