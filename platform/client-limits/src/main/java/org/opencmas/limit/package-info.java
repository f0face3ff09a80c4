/**
 * How often one client may do something, and who a client is: an allowance that is used up and grows again, the addresses of one holder, and
 * the signed word of a program for the visitor in whose name it asks. It knows no HTTP, no database and no framework; the services and the
 * console count with it.
 */
@NullMarked
package org.opencmas.limit;

import org.jspecify.annotations.NullMarked;
