/** Requests for offer in the database: the one row that says where a request stands, and the rows beneath it that are only ever added. */
@NullMarked
package org.opencmas.order.requestforoffer.store;

import org.jspecify.annotations.NullMarked;
