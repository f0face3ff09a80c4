/** Accumulates the incentive fee and takes contractors' quarterly reports. */
@NullMarked
package org.opencmas.fees;

import org.jspecify.annotations.NullMarked;
