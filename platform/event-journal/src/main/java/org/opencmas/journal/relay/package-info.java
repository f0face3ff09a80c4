/** Sends committed entries to Kafka in their order, one active relay for each service. It writes no entry. */
@NullMarked
package org.opencmas.journal.relay;

import org.jspecify.annotations.NullMarked;
