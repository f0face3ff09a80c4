/**
 * Requests for offer (SOL-..., BV-..., Guide s2 p7, s5 p14): what an agency needs, whom it asked, what came back, and how it determined
 * best value. It knows no HTTP and no database.
 *
 * <p>Not here: the rules on an order that follows from one, which the rule book holds.
 */
@NullMarked
package org.opencmas.order.requestforoffer;

import org.jspecify.annotations.NullMarked;
