/** Orders in files: sent by an agency, watched while they are placed one after the other, left off, and told of order by order. */
@NullMarked
package org.opencmas.console.orderimport;

import org.jspecify.annotations.NullMarked;
