/** How this service's features record what they did, in the transaction in which they did it. */
@NullMarked
package org.opencmas.registry.event;

import org.jspecify.annotations.NullMarked;
