/**
 * Exemption determinations of the Technology Letter: whether a State department that buys information technology needs an exemption
 * from the mandatory agreements, why, and what a reviewer of the Technology Agency decided where it does.
 *
 * <p>Not here: whether an agreement is mandatory. The registry keeps the agreements with their days and steps, and the buyer records
 * what its search found, since what it found is what it is held to.
 */
@NullMarked
package org.opencmas.compliance.exemption;

import org.jspecify.annotations.NullMarked;
