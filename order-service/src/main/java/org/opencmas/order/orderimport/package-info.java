/**
 * Many orders in one file: taken down whole, placed piece by piece after the request was answered, each order with its result. An order is
 * read and placed as one that comes alone; what a file is made of is in {@code file}.
 */
@NullMarked
package org.opencmas.order.orderimport;

import org.jspecify.annotations.NullMarked;
