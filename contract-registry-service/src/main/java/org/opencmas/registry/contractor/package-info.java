/**
 * Contractors: the companies with which the State has agreements, their names, locations and certificates. What a
 * certificate means for a fee or an order is not decided here.
 */
@NullMarked
package org.opencmas.registry.contractor;

import org.jspecify.annotations.NullMarked;
