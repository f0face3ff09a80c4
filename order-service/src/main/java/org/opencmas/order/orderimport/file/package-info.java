/** Files of orders, CSV or JSON lines, cut into single orders without holding the file, and quick refusals of what is no such file. */
@NullMarked
package org.opencmas.order.orderimport.file;

import org.jspecify.annotations.NullMarked;
