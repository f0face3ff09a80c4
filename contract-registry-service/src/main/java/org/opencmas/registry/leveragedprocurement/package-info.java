/**
 * Leveraged procurement agreements beside CMAS: what they cover, for whom and when they are mandatory, and what their User Instructions
 * ask. CMAS agreements themselves are the agreement package's; whether a purchase needs an exemption is decided by the compliance service.
 */
@NullMarked
package org.opencmas.registry.leveragedprocurement;

import org.jspecify.annotations.NullMarked;
