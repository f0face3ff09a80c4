/** What is measured of orders: placed one by one, from files, beside many others, and until they are decided. */
@NullMarked
package org.opencmas.bench.row.order;

import org.jspecify.annotations.NullMarked;
