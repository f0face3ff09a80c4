/** Which items belong in the files of an agency's orders: the usual ones, until the agency makes a list of its own from a day on. */
@NullMarked
package org.opencmas.order.file.list;

import org.jspecify.annotations.NullMarked;
