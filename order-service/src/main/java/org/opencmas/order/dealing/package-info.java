/**
 * What an agency records of its dealings with the contractor about an order: how it was sent, who spoke with whom, a termination
 * provision agreed before the issue; and how long the contractor's answer has been waited for. Nothing here changes an order or
 * blocks one. {@link org.opencmas.order.dealing.DealingResource} is the entrance.
 */
@NullMarked
package org.opencmas.order.dealing;

import org.jspecify.annotations.NullMarked;
