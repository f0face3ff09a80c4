/** The suite that is measured, and the load that is put on it. */
@NullMarked
package org.opencmas.bench.suite;

import org.jspecify.annotations.NullMarked;
