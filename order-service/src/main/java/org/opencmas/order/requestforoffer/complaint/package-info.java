/** The log of informal complaints over HTTP. */
@NullMarked
package org.opencmas.order.requestforoffer.complaint;

import org.jspecify.annotations.NullMarked;
