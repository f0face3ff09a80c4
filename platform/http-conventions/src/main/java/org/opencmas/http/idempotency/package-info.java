/** A request that is sent again is answered from the store, and its effect happens once. It does not take bodies in. */
@NullMarked
package org.opencmas.http.idempotency;

import org.jspecify.annotations.NullMarked;
