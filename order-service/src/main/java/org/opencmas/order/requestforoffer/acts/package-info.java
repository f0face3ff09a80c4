/** Requests for offer over HTTP: writing and sending them, recording what comes back. */
@NullMarked
package org.opencmas.order.requestforoffer.acts;

import org.jspecify.annotations.NullMarked;
