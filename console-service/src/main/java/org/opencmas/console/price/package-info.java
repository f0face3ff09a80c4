/** The prices of an item, beside each other, across agreements and contractors. */
@NullMarked
package org.opencmas.console.price;

import org.jspecify.annotations.NullMarked;
