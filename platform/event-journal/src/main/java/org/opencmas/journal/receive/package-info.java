/** Takes events from Kafka and lets each take effect once; parks those that cannot. It knows no entry of this service's own journal. */
@NullMarked
package org.opencmas.journal.receive;

import org.jspecify.annotations.NullMarked;
