/** The bare clients: what a measurement costs with nothing of the suite around it. */
@NullMarked
package org.opencmas.bench.bare;

import org.jspecify.annotations.NullMarked;
