/**
 * Work that goes on after the request that asked for it was answered: one at a time of each kind over all instances of the service,
 * and taken up again after a restart. The files that such work reads or makes are kept for a time. What the work is, and what is kept of it, is the concern of the features.
 */
@NullMarked
package org.opencmas.longwork;

import org.jspecify.annotations.NullMarked;
