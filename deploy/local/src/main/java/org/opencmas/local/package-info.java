/** Runs the whole suite on one machine. */
@NullMarked
package org.opencmas.local;

import org.jspecify.annotations.NullMarked;
