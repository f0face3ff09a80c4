/** Measures the suite against bare clients in the same run. */
@NullMarked
package org.opencmas.bench;

import org.jspecify.annotations.NullMarked;
