/** Holds agencies and their purchase orders as immutable versions. */
@NullMarked
package org.opencmas.order;

import org.jspecify.annotations.NullMarked;
