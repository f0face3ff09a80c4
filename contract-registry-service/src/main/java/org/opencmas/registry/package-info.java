/** Holds contractors, agreements, and price lists, and finds them. */
@NullMarked
package org.opencmas.registry;

import org.jspecify.annotations.NullMarked;
