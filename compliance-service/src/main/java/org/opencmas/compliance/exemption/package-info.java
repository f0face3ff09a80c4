/**
 * Exemption determinations of the Technology Letter: whether a State department that buys information technology needs an exemption
 * from the mandatory agreements, why, and what a reviewer of the Technology Agency decided where it does.
 *
 * <p>Not here: whether an agreement is mandatory; the registry keeps no such agreements, so the buyer records what the search found.
 */
@NullMarked
package org.opencmas.compliance.exemption;

import org.jspecify.annotations.NullMarked;
