/**
 * The events of the other services as they arrive: each handler reads the few fields it needs, keeps the fact, and has
 * the fees that depend on it worked out again.
 */
@NullMarked
package org.opencmas.fees.intake;

import org.jspecify.annotations.NullMarked;
