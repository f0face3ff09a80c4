/**
 * The contract registry: holds contractors, agreements and price lists, finds them, and tells the other services. It
 * knows no orders and judges none; what an agreement allows on a given order is the compliance service's.
 */
@NullMarked
package org.opencmas.registry;

import org.jspecify.annotations.NullMarked;
